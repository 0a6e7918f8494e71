using System.Buffers;
using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Simulation;

/// <summary>A message on its way through a simulated instrument: its commands are done one by one, and what comes back is written as it comes.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="text">The message, without its terminator.</param>
internal sealed class SimulatedMessage(SimulatedInstrument instrument, string text) : IDisposable
{
    private readonly IEnumerator<ReceivedCommand> _commands = ReceivedCommand.ParseAll(text).GetEnumerator();
    private int _answers;
    private bool _isSilent;
    private ReplyModel? _ownReply;

    /// <summary>Whether the connection is closed instead of an answer.</summary>
    public bool Disconnects { get; private set; }

    /// <summary>Whether the next command is a query.</summary>
    public bool IsQuery => _commands.Current.Header.IsQuery;

    /// <summary>Goes on to the next command; false where there is none.</summary>
    public bool MoveNext() => !Disconnects && _commands.MoveNext();

    /// <summary>Does the command.</summary>
    /// <param name="to">Where its answer is written.</param>
    /// <returns>How long it takes.</returns>
    /// <exception cref="SimulationException">The simulation cannot go on.</exception>
    public TimeSpan Do(IBufferWriter<byte> to)
    {
        lock (instrument.Station.Gate)
        {
            instrument.OwnReply = null;
            var (answer, delay, disconnects, isSilent) = instrument.Perform(_commands.Current);
            _ownReply = instrument.OwnReply ?? _ownReply;
            Disconnects = disconnects;
            _isSilent |= isSilent;
            if (answer is { } bytes)
            {
                to.Write(_answers++ == 0 ? instrument.BeforeAnswer.Span : ";"u8);
                to.Write(bytes.Span);
            }

            return delay;
        }
    }

    /// <summary>Writes what stands behind the answers; where there are none, what commands are answered with.</summary>
    public void End(IBufferWriter<byte> to)
    {
        if (_answers > 0)
            to.Write(instrument.AfterAnswer.Span);
        else if (!_isSilent && (_ownReply ?? instrument.Link.Reply) is { Kind: not ReplyKind.None } reply)
            to.Write(Encoding.Latin1.GetBytes(ReplyOf(reply)));
    }

    public void Dispose() => _commands.Dispose();

    private string ReplyOf(ReplyModel reply) => reply.Kind switch
    {
        ReplyKind.Prompt => reply.Prompt!,
        ReplyKind.Echo => text + instrument.Link.ReadTerminator,
        ReplyKind.Match => RegexSample.Make(reply.Match!, (_, _) => null) + instrument.Link.ReadTerminator,
        _ => instrument.Link.ReadTerminator,
    };
}
