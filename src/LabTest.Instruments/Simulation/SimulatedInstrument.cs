using System.Buffers;
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
        BeforeAnswer = Encoding.Latin1.GetBytes(Link.Status is { } status ? RegexSample.Make(status, (_, _) => null) + Link.ReadTerminator : "");
        AfterAnswer = Encoding.Latin1.GetBytes(Link.ReadTerminator + Link.Reply.Prompt);
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

    /// <summary>What stands before an answer: the line with the status, if the link has one.</summary>
    public ReadOnlyMemory<byte> BeforeAnswer { get; }

    /// <summary>What stands behind an answer: the end of a message, and the prompt, if the link has one.</summary>
    public ReadOnlyMemory<byte> AfterAnswer { get; }

    /// <summary>What the command that is being done is answered with, where it differs from others; set by the command itself.</summary>
    public ReplyModel? OwnReply { get; set; }

    /// <summary>Does one command of a message; the caller holds the gate.</summary>
    /// <returns>Its answer without what stands around it, null if it has none; how long it takes; whether the connection is closed instead; whether nothing else answers it.</returns>
    public (ReadOnlyMemory<byte>? Answer, TimeSpan Delay, bool Disconnects, bool IsSilent) Perform(ReceivedCommand command)
    {
        var fault = Array.Find(_faults, f => f.Strikes(command.Header.Spelling));
        if (fault is { Effect: FaultEffect.Disconnect })
            return (null, default, Disconnects: true, IsSilent: true);
        if (fault is { Effect: FaultEffect.Error })
        {
            Status.Add(ScpiError.DeviceSpecific with { Code = fault.Code ?? ScpiError.DeviceSpecific.Code });
            return default;
        }

        var (answer, error) = _commands.Perform(command);
        if (error != ScpiError.None)
            Status.Add(error);
        var isSilent = command.Header.IsQuery || answer is not null || fault is { Effect: FaultEffect.Timeout };
        if (answer is null)
            return (null, default, Disconnects: false, isSilent);
        var delay = answer.Delay + (fault?.Delay ?? TimeSpan.Zero);
        if (fault is { Effect: FaultEffect.Timeout })
            return (null, TimeSpan.Zero, Disconnects: false, isSilent);
        return (fault is null ? answer.Bytes : fault.Spoil(answer), delay, Disconnects: false, isSilent);
    }

    private SimulatedReply Perform(string message)
    {
        var delay = Model.Simulation.Latency;
        var bytes = new ArrayBufferWriter<byte>();
        using var going = new SimulatedMessage(this, message);
        while (going.MoveNext())
        {
            // IEEE 488.2, section 6.3.1.7: where answers fill the output while queries still come, both are given up.
            if (bytes.WrittenCount > MostAnswers && going.IsQuery)
            {
                Status.Add(ScpiError.QueryDeadlocked);
                return SimulatedReply.Nothing;
            }

            delay += going.Do(bytes);
            if (going.Disconnects)
                return new SimulatedReply(default, default, Disconnects: true);
        }

        going.End(bytes);
        return bytes.WrittenCount == 0 ? SimulatedReply.Nothing : new SimulatedReply(bytes.WrittenMemory, delay);
    }
}
