using System.Text;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>
/// The commands of a simulated instrument: those of IEEE 488.2 (section 10), what its parameters, waveforms, actions and safe state send, and
/// its error queue.
/// </summary>
internal sealed class SimulatedCommands
{
    private const string LimitHole = "limit";

    private readonly CommandTable _table = new();
    private readonly SimulatedInstrument _instrument;
    private readonly InstrumentModel _model;
    private readonly TraceGenerator _traces;
    private readonly SimulatedParameters _parameters;
    private int _selected;
    private ParameterModel? _prepared;

    public SimulatedCommands(SimulatedInstrument instrument)
    {
        _instrument = instrument;
        _model = instrument.Model;
        _traces = new TraceGenerator(instrument);
        _parameters = new SimulatedParameters(instrument);
        AddStatus();
        AddParameters();
        AddSteps();
    }

    /// <summary>Does a command.</summary>
    /// <returns>The answer of a query; nothing for a command; or the error.</returns>
    public (SimulatedAnswer? Answer, ScpiError Error) Perform(ReceivedCommand command) => _table.Perform(command);

    private void AddStatus()
    {
        var status = _instrument.Status;
        ScpiError Next() => status.Next() is var error && error == ScpiError.None ? error with { Code = _model.Errors.Ok } : error;

        if (_model.Identity is { } identity)
        {
            var answer = SimulatedIdentity.Of(_model, _instrument.Serial);
            Query(identity.Query, () => answer);
        }

        if (_model.Errors.Command is { } errors)
            _table.Add(errors, _ => new SimulatedAnswer(Next() is var error && _model.Errors.Write(error) is { } entry ? entry : error.ToString()));
        Query("SYSTem:ERRor[:NEXT]?", () => Next().ToString());
        Query("SYSTem:ERRor:COUNt?", () => status.Count.ToString());
        Query("SYSTem:VERSion?", () => "1999.0");
        Command("*RST", Reset);
        Command("*CLS", status.Clear);
        Command("*OPC", status.Complete);
        Query("*OPC?", () => "1");
        Command("*WAI", () => { });
        Query("*TST?", () => "0");
        Query("*ESR?", () => status.TakeEvents().ToString());
        Query("*STB?", () => status.StatusByte(hasAnswer: false).ToString());
        Query("*ESE?", () => status.EventEnable.ToString());
        Query("*SRE?", () => status.ServiceEnable.ToString());
        _table.Add(CommandTemplate.Parse("*ESE {value}"), holes => SetRegister(holes["value"], v => status.EventEnable = v));
        _table.Add(CommandTemplate.Parse("*SRE {value}"), holes => SetRegister(holes["value"], v => status.ServiceEnable = v));
    }

    private void Command(string text, Action perform) => _table.Add(CommandTemplate.Parse(text), _ =>
    {
        perform();
        return null;
    });

    private void Query(string text, Func<string> answer) => _table.Add(CommandTemplate.Parse(text), _ => new SimulatedAnswer(answer()));

    private SimulatedAnswer? SetRegister(string text, Action<int> set)
    {
        if (!NumericData.TryRead(text, Unit.One, out var value))
            _instrument.Status.Add(ScpiError.DataType);
        else if (value is < 0 or > 255)
            _instrument.Status.Add(ScpiError.DataOutOfRange);
        else
            set((int)Math.Round(value));
        return null;
    }

    private void Reset()
    {
        _instrument.State.Reset();
        _instrument.ArmedAt = null;
        _selected = 0;
        _prepared = null;
        _instrument.Station.Changed();
    }

    private void AddParameters()
    {
        if (_model.Select is { } select)
            _table.Add(select, Latch);
        foreach (var parameter in _model.Parameters.Values)
        {
            if (parameter.Waveform is { } waveform)
            {
                AddWaveform(parameter, waveform);
                continue;
            }

            if (parameter.Set is { } set)
            {
                _table.Add(set, holes =>
                {
                    _instrument.OwnReply = parameter.Reply;
                    return _parameters.Set(parameter, holes["value"], Channels(holes));
                });
            }

            if (parameter.Get is not { } get)
                continue;
            _table.Add(get, holes => Each(holes, channel => _parameters.Read(parameter, channel)));
        }

        // After all queries, none of which is to be taken for that of a limit.
        foreach (var parameter in _model.Parameters.Values.Where(p => p is { Kind: ParameterKind.Setting, IsNumber: true, AnsweredTogether.Count: 0 }))
        {
            if (parameter.Get is { IsQuery: true } get)
                _table.Add(WithLimit(get), holes => Each(holes, channel => _parameters.Limit(parameter, holes[LimitHole], channel)));
        }
    }

    private void AddWaveform(ParameterModel parameter, WaveformModel waveform)
    {
        foreach (var prepare in waveform.Prepare.Where(p => !p.IsQuery))
        {
            var isOwn = !_model.Parameters.Values.Any(p => p != parameter && p.Waveform?.Prepare.Any(other => other.Text == prepare.Text) == true);
            _table.Add(prepare, holes =>
            {
                _prepared = isOwn ? parameter : _prepared;
                return Latch(holes);
            });
        }

        if (waveform.PreambleGet is { } preamble)
            _table.Add(preamble, holes => Each(holes, channel => _traces.Preamble(Meant(parameter).Waveform!, channel)));
        _table.Add(parameter.Get!, holes => Each(holes, channel => _traces.Block(Meant(parameter), channel)));
    }

    // Of waveforms that are fetched by the same query, the one that was prepared for by a command of its own.
    private ParameterModel Meant(ParameterModel asked) => _prepared is { } prepared && prepared.Get!.Text == asked.Get!.Text ? prepared : asked;

    // VOLTage? MAXimum: the limits of a setting may be asked for (SCPI-99, volume 1, section 7.2.1.2).
    private static CommandTemplate WithLimit(CommandTemplate get)
    {
        var end = get.Text.IndexOf('?', StringComparison.Ordinal) + 1;
        var arguments = get.Text[end..].Trim();
        return CommandTemplate.Parse($"{get.Text[..end]} {{{LimitHole}}}{(arguments.Length == 0 ? "" : $",{arguments}")}");
    }

    // What only starts something is understood and does nothing, but for arming and forcing a trigger.
    private void AddSteps()
    {
        var roles = _model.Capabilities.GetValueOrDefault("Triggerable")?.Roles;
        foreach (var action in _model.Actions.Values)
        {
            foreach (var write in action.Steps.OfType<WriteStep>())
            {
                _table.Add(write.Command, holes =>
                {
                    if (action.Name == roles?.GetValueOrDefault("arm"))
                        _instrument.ArmedAt = _instrument.Station.Now;
                    else if (action.Name == roles?.GetValueOrDefault("trigger"))
                        _instrument.ArmedAt = null;
                    return Latch(holes);
                });
            }
        }

        foreach (var write in _model.SafeState.Concat(_instrument.Link.OnOpen ?? []).OfType<WriteStep>())
            _table.Add(write.Command, Latch);
    }

    private SimulatedAnswer? Latch(IReadOnlyDictionary<string, string> holes)
    {
        foreach (var channel in Channels(holes).Take(1))
            _selected = channel;
        return null;
    }

    // A channel list such as (@1,2) or (@1:3) is answered channel by channel.
    private SimulatedAnswer? Each(IReadOnlyDictionary<string, string> holes, Func<int, SimulatedAnswer?> answer)
    {
        var answers = Channels(holes).Select(answer).OfType<SimulatedAnswer>().ToArray();
        if (answers.Length <= 1)
            return answers.FirstOrDefault();
        return new SimulatedAnswer(
            string.Join(',', answers.Select(a => Encoding.Latin1.GetString(a.Bytes.Span))), answers.Aggregate(TimeSpan.Zero, (sum, a) => sum + a.Delay));
    }

    private IReadOnlyList<int> Channels(IReadOnlyDictionary<string, string> holes)
    {
        if (!holes.TryGetValue("ch", out var text))
            return [_selected];
        if (ChannelList.TryParse(text, _model.ChannelNumbers, out var channels))
            return channels;
        _instrument.Status.Add(ScpiError.HeaderSuffix);
        return [];
    }
}
