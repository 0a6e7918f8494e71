using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>
/// An instrument made by turning its profile round: what the driver sends is recognised, what it reads is answered, settings keep their
/// values, and what is out of range is refused as SCPI says.
/// </summary>
internal sealed partial class SimulatedInstrument
{
    // How much of the answers to one message may wait when its next query comes; the last answer may be of any length.
    private const int MostAnswers = 4 << 20;

    private readonly SimulatedCommands _commands;
    private readonly SimulationContext[] _contexts;
    private readonly Fault[] _faults;
    private readonly byte[] _end;
    private readonly byte[] _status;
    private readonly byte[] _prompt;
    private int _depth;

    public SimulatedInstrument(string alias, InstrumentModel model, SimulatedStation station, SimulatedInstrumentOptions options)
    {
        Alias = alias;
        Model = model;
        Station = station;
        Serial = options.Serial;
        Link = options.Link ?? model.Link;
        Variables = new Dictionary<string, double>(model.Simulation.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in options.Variables)
            Variables[name] = value;
        State = new SimulatedState(model, alias, station.Seed);
        _contexts = [.. Enumerable.Range(0, Math.Max(1, model.Channels.Count)).Select(c => new SimulationContext(this, c))];
        _faults = [.. options.Faults.Select(f => new Fault(model.Simulation.Faults[f], Noise.Key(station.Seed, alias, null, f)))];
        _end = Encoding.Latin1.GetBytes(Link.ReadTerminator);
        _status = Encoding.Latin1.GetBytes(Link.Status is { } status ? RegexSample.Make(status, (_, _) => null) + Link.ReadTerminator : "");
        _prompt = Encoding.Latin1.GetBytes(Link.Reply.Prompt ?? "");
        _commands = new SimulatedCommands(this);
    }

    public string Alias { get; }

    public InstrumentModel Model { get; }

    /// <summary>How it is talked to: what ends its messages.</summary>
    public LinkModel Link { get; }

    public SimulatedStation Station { get; }

    public SimulatedState State { get; }

    public StatusRegisters Status { get; } = new();

    public IDictionary<string, double> Variables { get; }

    /// <summary>The serial number it answers with.</summary>
    public string Serial { get; }

    /// <summary>When a trigger was armed, in seconds; none while it runs freely.</summary>
    public double? ArmedAt { get; set; }

    /// <summary>Takes one message, without its terminator, and gives what comes back.</summary>
    public SimulatedReply Receive(string message)
    {
        lock (Station.Gate)
            return Perform(message);
    }

    /// <summary>Queues an error of something that was no command at all.</summary>
    public void Refuse(ScpiError error)
    {
        lock (Station.Gate)
            Status.Add(error);
    }

    /// <summary>What the command that is being done is answered with, where it differs from others; set by the command itself.</summary>
    public ReplyModel? OwnReply { get; set; }

    private SimulatedReply Perform(string message)
    {
        OwnReply = null;
        var isSilent = false;
        var delay = Model.Simulation.Latency;
        List<ReadOnlyMemory<byte>> answers = [];
        var waiting = 0L;
        foreach (var command in ReceivedCommand.ParseAll(message))
        {
            // IEEE 488.2, section 6.3.1.7: where answers fill the output while queries still come, both are given up.
            if (waiting > MostAnswers && command.Header.IsQuery)
            {
                Status.Add(ScpiError.QueryDeadlocked);
                return SimulatedReply.Nothing;
            }

            var fault = Array.Find(_faults, f => f.Strikes(command.Header.Spelling));
            if (fault is { Effect: FaultEffect.Disconnect })
                return new SimulatedReply(default, default, Disconnects: true);
            if (fault is { Effect: FaultEffect.Error })
            {
                Status.Add(ScpiError.DeviceSpecific with { Code = fault.Code ?? ScpiError.DeviceSpecific.Code });
                continue;
            }

            var (answer, error) = _commands.Perform(command);
            if (error != ScpiError.None)
                Status.Add(error);
            isSilent |= command.Header.IsQuery || answer is not null || fault is { Effect: FaultEffect.Timeout };
            if (answer is null)
                continue;
            delay += answer.Delay + (fault?.Delay ?? TimeSpan.Zero);
            if (fault is { Effect: FaultEffect.Timeout })
                continue;
            answers.Add(fault is null ? answer.Bytes : fault.Spoil(answer));
            waiting += answers[^1].Length;
        }

        if (answers.Count > 0)
            return new SimulatedReply(Joined(answers), delay);
        return isSilent || (OwnReply ?? Link.Reply) is not { Kind: not ReplyKind.None } reply
            ? SimulatedReply.Nothing
            : new SimulatedReply(Encoding.Latin1.GetBytes(ReplyTo(message, reply)), delay);
    }

    // What a message without a query is answered with, its end included.
    private string ReplyTo(string message, ReplyModel reply) => reply.Kind switch
    {
        ReplyKind.Prompt => reply.Prompt!,
        ReplyKind.Echo => message + Link.ReadTerminator,
        ReplyKind.Match => RegexSample.Make(reply.Match!, (_, _) => null) + Link.ReadTerminator,
        _ => Link.ReadTerminator,
    };

    // The line that stands before an answer, and the prompt behind it.
    private byte[] Joined(List<ReadOnlyMemory<byte>> answers)
    {
        var joined = new byte[_status.Length + answers.Sum(a => a.Length + 1) - 1 + _end.Length + _prompt.Length];
        _status.CopyTo(joined, 0);
        var at = _status.Length;
        for (var i = 0; i < answers.Count; i++)
        {
            if (i > 0)
                joined[at++] = (byte)';';
            answers[i].CopyTo(joined.AsMemory(at));
            at += answers[i].Length;
        }

        _end.CopyTo(joined, at);
        _prompt.CopyTo(joined, at + _end.Length);
        return joined;
    }
}
