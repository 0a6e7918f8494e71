using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Finds the instruments and channels that paths of a station file name.</summary>
internal sealed class StationPaths(IReadOnlyDictionary<string, StationInstrument> instruments, YamlBinder binder)
{
    /// <summary>What a path leads to; null after a problem was added.</summary>
    /// <param name="text">The path.</param>
    /// <param name="mark">Where it stands.</param>
    /// <param name="isWanted">What is said of a text that is no path: <c>no action; write alias.action</c>.</param>
    /// <returns>The path, the instrument, and the channel from 0; -1 where none is named.</returns>
    public (ParameterPath Path, StationInstrument Instrument, int Channel)? Find(string text, YamlMark mark, string isWanted)
    {
        if (!ParameterPath.TryParse(text, out var path))
        {
            binder.Add(mark, $"'{text}' is {isWanted}");
            return null;
        }

        if (!instruments.TryGetValue(path.Alias, out var instrument))
        {
            binder.Add(mark, $"there is no instrument '{path.Alias}' (there are {Listing.Of(instruments.Keys)})", Spelling.Nearest(path.Alias, instruments.Keys));
            return null;
        }

        if (path.Channel is null)
            return (path, instrument, -1);
        if (instrument.Channels.TryGetValue(path.Channel, out var channel))
            return (path, instrument, channel);
        binder.Add(mark, $"'{path.Alias}' has no channel '{path.Channel}' (it has {Listing.Of(instrument.ChannelNames)})", Spelling.Nearest(path.Channel, instrument.Channels.Keys));
        return null;
    }
}
