using LabTest.Instruments.Profiles;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Checking;

/// <summary>Explains profiles and stations in the words of their files.</summary>
internal static class Explanation
{
    public static ProfileSummary Of(InstrumentModel model) => new(
        model.Id, model.Name, model.Class is { } given ? YamlTypes.SnakeCase(given.ToString()) : null, [.. model.Sources.Select(s => s.File)])
    {
        Identity = model.Identity is { } identity ? $"{identity.Query} answers {identity.Match}" : null,
        Channels = model.Channels,
        Parameters = [.. model.Parameters.Values.Select(p => Of(p, model))],
        Actions = new OrderedDictionary<string, string>(model.Actions.Select(a => KeyValuePair.Create(a.Key, a.Value.Description ?? ""))),
        Capabilities = new OrderedDictionary<string, string>(model.Capabilities.Select(c => KeyValuePair.Create(c.Key, Of(c.Value)))),
        HasSafeState = model.SafeState.Count > 0,
        SafeState = SafeStateOf(model),
        Faults = [.. model.Simulation.Faults.Keys],
        Ports = [.. model.Simulation.Ports.Keys],
    };

    public static StationSummary Of(StationModel station) => new(station.Name, station.Source.File, [.. station.Instruments.Values.Select(Of)])
    {
        Wires = [.. (station.Spec.Wiring ?? []).Select(w => $"{w.From} → {w.To}")],
        DutModel = station.Spec.DutModel?.Type,
        SafeStates = [.. station.OnFailure.Concat(station.OnClose).Select(a => Path(station.Instruments[a.Alias], a.Action, a.Channel, a.Alias)).Distinct()],
        WithoutSign = new OrderedDictionary<string, string>(station.Instruments.Values.Where(i => i.Model.Safety.NoSign is not null).Select(i => KeyValuePair.Create(i.Alias, i.Model.Safety.NoSign!))),
        Conditions = [.. station.Conditions.Select(c => $"{c.Key}: {c.Value}")],
    };

    private static string SafeStateOf(InstrumentModel model)
    {
        if (model.SafeState.Count == 0)
            return "none: nothing makes this instrument safe";
        var plan = SafetyPlan.Of(model, model.Link);
        return plan.BestSign switch
        {
            SafetySign.ReadBack when plan.Sets.Count > 0 => $"confirmed by reading back {string.Join(", ", plan.Sets.Select(s => s.Parameter.Name).Distinct())}",
            SafetySign.ReadBack => "confirmed by a reading",
            SafetySign.ErrorQueue => "confirmed by an empty error queue",
            SafetySign.OperationComplete => "confirmed by an answer to *OPC?",
            SafetySign.Acknowledged => "confirmed by the instrument's replies",
            SafetySign.None => $"cannot be confirmed: {model.Safety.NoSign}",
            _ => "never confirmed: every run is an Error",
        };
    }

    private static ParameterSummary Of(ParameterModel parameter, InstrumentModel model) => new(
        parameter.Name, parameter.IsChannel, parameter.Type, parameter.Kind, Unit(parameter), Values(parameter, model))
    {
        Description = parameter.Description,
        Get = parameter.Get?.Text,
        Set = parameter.Set?.Text,
        HasAccuracy = parameter.Accuracy is not null,
    };

    private static string Unit(ParameterModel parameter) => parameter.Waveform is { } waveform ? $"{waveform.YUnit} over {waveform.XUnit}"
        : parameter.UnitBy is { } by ? string.Join(" or ", by.Units.Values.Distinct())
        : parameter.Unit.IsOne ? "" : parameter.Unit.ToString();

    private static string Values(ParameterModel parameter, InstrumentModel model)
    {
        if (parameter.Options.Count > 0)
            return string.Join(", ", parameter.Options.Select(o => o.IsNumber ? new Quantity(o.Number, parameter.Unit).ToString() : o.Name));
        if (parameter.Range is not { } range)
            return parameter.Type == ParameterType.Bool ? "on, off" : "";
        string Ends(string? channel) => range.EndsOf(channel)?.Describe(channel, parameter.Unit) ?? "any";
        if (!parameter.IsChannel)
            return Ends(channel: null);
        var same = model.Channels.GroupBy(Ends).ToArray();
        return same.Length == 1 ? same[0].Key : string.Join("; ", same.Select(s => $"{string.Join(", ", s)}: {s.Key}"));
    }

    private static string Of(CapabilityModel capability) =>
        string.Join(", ", capability.Names.Concat(capability.Roles.Select(r => $"{r.Key}: {r.Value}")));

    private static StationInstrumentSummary Of(StationInstrument instrument) => new(
        instrument.Alias, instrument.Model.Id, instrument.Address is { } address ? $"{address}{(instrument.IsSimulated ? " (a simulator)" : "")}" : "simulated", instrument.ChannelNames)
    {
        Bounds = [.. instrument.Bounds.Select(b => $"{Path(instrument, b.Key.Parameter.Name, b.Key.Channel)}: {b.Value.Describe(b.Key.Parameter.Unit)}")],
        Settings = [.. instrument.Set.Select(s => $"{Path(instrument, s.Parameter.Name, s.Channel)} = {s.Value}")],
        Calibration = Of(instrument.Calibration),
    };

    private static string? Of(Calibration? calibration)
    {
        string[] known = [.. ((string?[])[calibration?.Certificate, calibration?.Due is { } due ? $"due {due:yyyy-MM-dd}" : null]).OfType<string>()];
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static string Path(StationInstrument instrument, string name, int channel, string? alias = null) =>
        string.Join('.', ((string?[])[alias, channel < 0 ? null : instrument.ChannelNames[channel], name]).OfType<string>());
}
