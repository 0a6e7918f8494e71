using System.Globalization;
using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>
/// An instrument made by turning its profile round: what the driver sends is recognised, what it reads is answered, settings keep their
/// values, and what is out of range is refused as SCPI says.
/// </summary>
internal sealed class SimulatedInstrument
{
    private readonly CommandTable _commands = new();
    private readonly StatusRegisters _status = new();
    private readonly SimulationContext[] _contexts;
    private readonly TraceGenerator _traces;
    private readonly Fault[] _faults;
    private int _selected;
    private int _depth;

    public SimulatedInstrument(string alias, InstrumentModel model, SimulatedStation station, SimulatedInstrumentOptions options)
    {
        Alias = alias;
        Model = model;
        Station = station;
        Serial = options.Serial;
        Variables = new Dictionary<string, double>(model.Simulation.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in options.Variables)
            Variables[name] = value;
        State = new SimulatedState(model, alias, station.Seed);
        _contexts = [.. Enumerable.Range(0, Math.Max(1, model.Channels.Count)).Select(c => new SimulationContext(this, c))];
        _traces = new TraceGenerator(this);
        _faults = [.. options.Faults.Select(f => new Fault(model.Simulation.Faults[f], Noise.Key(station.Seed, alias, null, f)))];
        AddCommonCommands();
        AddParameters();
        AddActions();
    }

    public string Alias { get; }

    public InstrumentModel Model { get; }

    public SimulatedStation Station { get; }

    public SimulatedState State { get; }

    public IDictionary<string, double> Variables { get; }

    /// <summary>The serial number it answers with.</summary>
    public string Serial { get; }

    /// <summary>When a trigger was armed, in seconds; none while it runs freely.</summary>
    public double? ArmedAt { get; private set; }

    /// <summary>Takes one message, without its terminator, and gives what comes back.</summary>
    public SimulatedReply Receive(string message)
    {
        lock (Station.Gate)
            return Perform(message);
    }

    /// <summary>A parameter's value without noise: of a reading its formula, of a setting what it was set to.</summary>
    public double NoiseFree(ParameterModel parameter, int channel, double time)
    {
        if (parameter.Simulation?.Value is not { } value)
            return State[parameter, channel].Number;
        return Evaluate(value, channel, time);
    }

    /// <summary>A formula on a channel at a time.</summary>
    public double Evaluate(Func<EvaluationContext, double> formula, int channel, double time)
    {
        if (++_depth > 64)
        {
            _depth = 0;
            throw new SimulationException($"The wiring of '{Alias}' comes back to itself: what drives an input depends on that input. Take one wire away.");
        }

        var context = _contexts[channel];
        var before = context.Time;
        context.Time = time;
        try
        {
            return formula(context);
        }
        finally
        {
            context.Time = before;
            _depth--;
        }
    }

    /// <summary>A formula of a trace: <c>t</c> counts from the trigger, and inputs are asked at the time that is meant.</summary>
    public double EvaluateTrace(Func<EvaluationContext, double> formula, int channel, double fromTrigger, double trigger)
    {
        _contexts[channel].Origin = trigger;
        try
        {
            return Evaluate(formula, channel, trigger + fromTrigger);
        }
        finally
        {
            _contexts[channel].Origin = 0;
        }
    }

    private SimulatedReply Perform(string message)
    {
        var delay = Model.Simulation.Latency;
        List<ReadOnlyMemory<byte>> answers = [];
        var path = "";
        foreach (var unit in ArgumentList.SplitAt(message, ';'))
        {
            if (unit.Length == 0)
                continue;
            var space = unit.IndexOf(' ');
            var header = ReceivedHeader.Parse(space < 0 ? unit : unit[..space], path);
            path = header.Path;
            var fault = Array.Find(_faults, f => f.Strikes(header.Spelling));
            if (fault is { Spec.Effect: FaultEffect.Disconnect })
                return new SimulatedReply(default, default, Disconnects: true);
            if (fault is { Spec.Effect: FaultEffect.Error })
            {
                _status.Add(new ScpiError(fault.Spec.Code ?? -300, "Device-specific error"));
                continue;
            }

            var (answer, error) = _commands.Perform(header, space < 0 ? [] : ArgumentList.Split(unit[space..]));
            if (error != ScpiError.None)
                _status.Add(error);
            if (answer is null)
                continue;
            delay += answer.Delay + Durations.Of(fault?.Spec.Delay);
            if (fault is not { Spec.Effect: FaultEffect.Timeout })
                answers.Add(Spoilt(answer.Bytes, fault));
        }

        return answers.Count == 0 ? SimulatedReply.Nothing : new SimulatedReply(Joined(answers), delay);
    }

    private static ReadOnlyMemory<byte> Spoilt(ReadOnlyMemory<byte> answer, Fault? fault) => fault?.Spec.Effect switch
    {
        FaultEffect.Garble when answer.Span[0] == '#' => answer[..(answer.Length / 2)],
        FaultEffect.Garble => "?\u0015~garbled"u8.ToArray(),
        FaultEffect.Nan => "9.9E+37"u8.ToArray(),
        _ => answer,
    };

    private ReadOnlyMemory<byte> Joined(List<ReadOnlyMemory<byte>> answers)
    {
        var end = Encoding.Latin1.GetBytes(Model.Link.ReadTerminator);
        var joined = new byte[answers.Sum(a => a.Length + 1) - 1 + end.Length];
        var at = 0;
        foreach (var answer in answers)
        {
            if (at > 0)
                joined[at++] = (byte)';';
            answer.CopyTo(joined.AsMemory(at));
            at += answer.Length;
        }

        end.CopyTo(joined, at);
        return joined;
    }

    private void AddCommonCommands()
    {
        void Command(string text, Action perform) => _commands.Add(CommandTemplate.Parse(text), _ =>
        {
            perform();
            return null;
        });
        void Query(string text, Func<string> answer) => _commands.Add(CommandTemplate.Parse(text), _ => new SimulatedAnswer(answer()));

        Query(Model.Identity?.Query ?? "*IDN?", () => SimulatedIdentity.Of(Model, Serial));
        Query(Model.Errors.Query.Length == 0 ? "SYSTem:ERRor[:NEXT]?" : "[SYSTem:]ERRor[:NEXT]?", () => _status.Next().ToString());
        Command("*RST", Reset);
        Command("*CLS", _status.Clear);
        Command("*OPC", _status.Complete);
        Query("*OPC?", () => "1");
        Command("*WAI", () => { });
        Query("*TST?", () => "0");
        Query("*ESR?", () => _status.TakeEvents().ToString());
        Query("*STB?", () => _status.StatusByte(hasAnswer: false).ToString());
        Query("*ESE?", () => _status.EventEnable.ToString());
        Query("*SRE?", () => _status.ServiceEnable.ToString());
        _commands.Add(CommandTemplate.Parse("*ESE {value}"), holes => SetRegister(holes["value"], v => _status.EventEnable = v));
        _commands.Add(CommandTemplate.Parse("*SRE {value}"), holes => SetRegister(holes["value"], v => _status.ServiceEnable = v));
    }

    private SimulatedAnswer? SetRegister(string text, Action<int> set)
    {
        if (!int.TryParse(text, out var value))
            _status.Add(ScpiError.DataType);
        else if (value is < 0 or > 255)
            _status.Add(ScpiError.DataOutOfRange);
        else
            set(value);
        return null;
    }

    private void Reset()
    {
        State.Reset();
        _selected = 0;
        ArmedAt = null;
        Station.Changed();
    }

    private void AddParameters()
    {
        if (Model.Select is { } select)
            _commands.Add(select, Latch);
        foreach (var parameter in Model.Parameters.Values)
        {
            if (parameter.Waveform is { } waveform)
            {
                foreach (var prepare in waveform.Prepare)
                    _commands.Add(prepare, Latch);
                if (waveform.PreambleGet is { } preamble)
                    _commands.Add(preamble, holes => Each(holes, channel => _traces.Preamble(waveform, channel)));
                _commands.Add(parameter.Get!, holes => Each(holes, channel => _traces.Block(parameter, waveform, channel)));
                continue;
            }

            if (parameter.Set is { } set)
                _commands.Add(set, holes => Set(parameter, holes));
            if (parameter.Get is { } get)
                _commands.Add(get, holes => Each(holes, channel => Read(parameter, channel)));
        }
    }

    // What only starts something is understood and does nothing, but for arming and forcing a trigger.
    private void AddActions()
    {
        var roles = Model.Capabilities.GetValueOrDefault("Triggerable")?.Roles;
        foreach (var action in Model.Actions.Values)
        {
            foreach (var write in action.Steps.OfType<WriteStep>().Where(w => !w.Command.IsQuery))
            {
                _commands.Add(write.Command, holes =>
                {
                    if (action.Name == roles?.GetValueOrDefault("arm"))
                        ArmedAt = Station.Now;
                    else if (action.Name == roles?.GetValueOrDefault("trigger"))
                        ArmedAt = null;
                    return Latch(holes);
                });
            }
        }
    }

    private SimulatedAnswer? Latch(IReadOnlyDictionary<string, string> holes)
    {
        foreach (var channel in Channels(holes).Take(1))
            _selected = channel;
        return null;
    }

    // A channel list such as (@1,2) or (@1:3) is answered channel by channel.
    private SimulatedAnswer? Each(IReadOnlyDictionary<string, string> holes, Func<int, SimulatedAnswer> answer)
    {
        var answers = Channels(holes).Select(answer).ToArray();
        if (answers.Length <= 1)
            return answers.FirstOrDefault();
        return new SimulatedAnswer(
            string.Join(',', answers.Select(a => Encoding.Latin1.GetString(a.Bytes.Span))), answers.Aggregate(TimeSpan.Zero, (sum, a) => sum + a.Delay));
    }

    private IReadOnlyList<int> Channels(IReadOnlyDictionary<string, string> holes)
    {
        if (!holes.TryGetValue("ch", out var text))
            return [_selected];
        List<int> channels = [];
        foreach (var part in text.Split(','))
        {
            var ends = part.Split(':').Select(e => Array.IndexOf([.. Model.Channels], e.Trim())).ToArray();
            if (ends.Length > 2 || ends.Contains(-1))
            {
                _status.Add(ScpiError.HeaderSuffix);
                return [];
            }

            channels.AddRange(Enumerable.Range(ends[0], Math.Max(1, ends[^1] - ends[0] + 1)));
        }

        return channels;
    }

    private SimulatedAnswer? Set(ParameterModel parameter, IReadOnlyDictionary<string, string> holes)
    {
        foreach (var channel in Channels(holes))
        {
            var (value, error) = WireValue.Read(parameter, holes["value"], parameter.Range?.EndsOf(parameter.IsChannel ? Model.Channels[channel] : null), _contexts[channel]);
            if (value is { } accepted)
                SimulatedState.Store(parameter, State[parameter, channel], accepted);
            else
                _status.Add(error);
        }

        Station.Changed();
        return null;
    }

    private SimulatedAnswer Read(ParameterModel parameter, int channel)
    {
        var cell = State[parameter, channel];
        var read = cell.Reads++;
        if (cell.Text is { } text)
            return new SimulatedAnswer(WireValue.Write(parameter, text));
        var now = Station.Now;
        var simulation = parameter.Simulation;
        var value = NoiseFree(parameter, channel, now);
        if (value != parameter.Overload)
        {
            if (simulation?.Noise is { } noise)
                value += Evaluate(noise, channel, now) * Noise.Gaussian(cell.NoiseKey, read);
            if (simulation?.Quantum is { } quantum && Evaluate(quantum, channel, now) is > 0 and var step)
                value = Math.Round(value / step) * step;
        }

        var delay = simulation?.Delay is { } takes ? TimeSpan.FromSeconds(Evaluate(takes, channel, now)) : default;
        return new SimulatedAnswer(WireValue.Write(parameter, value.ToString("R", CultureInfo.InvariantCulture), value), delay);
    }
}
