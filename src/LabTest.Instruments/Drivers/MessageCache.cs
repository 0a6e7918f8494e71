using System.Collections.Concurrent;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments.Drivers;

/// <summary>Queries whose only hole is the channel are the same every time; their bytes are made once.</summary>
internal sealed class MessageCache(InstrumentLink link, InstrumentModel model)
{
    private readonly ConcurrentDictionary<(CommandTemplate Command, int Channel), byte[]> _messages = new();

    public byte[] Get(CommandTemplate command, int channel) =>
        _messages.GetOrAdd((command, channel), static (key, cache) => cache.Made(key.Command, key.Channel), this);

    public byte[] Made(CommandTemplate command, int channel) => link.Encode(command.Send(_ => ChannelId(channel)));

    public string ChannelId(int channel) => channel < 0 ? "" : model.Channels[channel];
}
