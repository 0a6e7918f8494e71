using System.Globalization;
using System.Text.Json;
using LabTest.Instruments;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Stations;
using LabTest.Recording.Golden;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>Journal events of what happens on a bench.</summary>
internal static class Records
{
    // A limit is usually held against many values in a row, and to put it into words takes longer than all else that is recorded of it.
    [ThreadStatic]
    private static RangeLimit? _lastDescribed;

    [ThreadStatic]
    private static string? _lastDescription;

    public static ConditionRecord Of(Condition condition) => condition.Value.Kind switch
    {
        ParameterValueKind.Text => new ConditionRecord(condition.Name, null, null, condition.Value.Text),
        ParameterValueKind.Flag => new ConditionRecord(condition.Name, null, null, Flag: condition.Value.Flag),
        _ => new ConditionRecord(condition.Name, condition.Value.Quantity.Value, condition.Value.Quantity.Unit.Symbol),
    };

    /// <summary>A value as it is kept: round-trip, with its unit.</summary>
    public static string Text(ParameterValue value) => value.Kind is ParameterValueKind.Quantity or ParameterValueKind.Number
        ? value.Quantity.ToString("G", CultureInfo.InvariantCulture)
        : value.ToString();

    public static LimitJudged Of(long? test, Measurement measurement, Limit limit, Verdict verdict)
    {
        var range = limit as RangeLimit;
        var unit = range?.Unit ?? Unit.One;
        var (least, most) = Extremes(measurement.Value, unit);
        return new LimitJudged(
            test,
            measurement.Number,
            measurement.Name,
            limit switch { RangeLimit => "range", TextLimit => "text", GoldenLimit => "golden", _ => "flag" },
            range?.Lower?.In(unit),
            range?.Upper?.In(unit),
            range?.MarginalLower?.In(unit),
            range?.MarginalUpper?.In(unit),
            unit.Symbol,
            limit switch { TextLimit text => text.Expected, FlagLimit flag => flag.Expected ? "yes" : "no", GoldenLimit golden => golden.File, _ => null },
            least,
            most,
            verdict,
            Describe(limit));
    }

    public static StationOpened Of(OpenedStation station)
    {
        var model = station.Model;
        var today = DateOnly.FromDateTime(station.Clock.Now.DateTime.UtcDateTime);
        return new StationOpened(
            model.Name,
            model.Source.File,
            model.Source.Text,
            model.Source.Hash,
            model.Seed,
            station.Clock.IsVirtual ? "virtual" : "real",
            model.Decision,
            [.. model.Instruments.Values.SelectMany(i => i.Model.Sources.Select(s => new ProfileText(i.Model.Id, s.File, s.Text, s.Hash))).DistinctBy(p => p.File)],
            [.. station.Instruments.Values.Select(i => Of(i, today) with { IsMadeSafe = model.SafeStates.Concat(model.OnFailure).Any(a => a.Alias == i.Alias) })],
            model.Conditions.ToDictionary(c => c.Key, c => c.Value.ToString("G", CultureInfo.InvariantCulture)),
            model.Dut);
    }

    private static InstrumentRecord Of(Instrument instrument, DateOnly today) => new(
        instrument.Alias,
        instrument.Name,
        instrument.Profile,
        instrument.Address,
        instrument.IsSimulated,
        instrument.Identity?.Answer,
        instrument.Identity?.Model,
        instrument.Identity?.Serial,
        instrument.Identity?.Firmware,
        Of(instrument.Station.Calibration, today))
    {
        NoSign = instrument.Model.Safety.NoSign,
    };

    /// <summary>A sign as it is kept: <c>read_back</c>.</summary>
    public static string Of(SafetySign sign) => JsonNamingPolicy.SnakeCaseLower.ConvertName(sign.ToString());

    public static SafeStateRecord Of(SafeStateOutcome outcome) => new(outcome.Alias, outcome.Action, Of(outcome.Sign), outcome.Reason);

    private static CalibrationRecord? Of(Calibration? calibration, DateOnly today) =>
        calibration is null ? null : new CalibrationRecord(calibration.Certificate, calibration.Done, calibration.Due, calibration.IsOverdue(today));

    private static string Describe(Limit limit)
    {
        if (limit is not RangeLimit range)
            return limit.Describe();
        if (_lastDescription is null || _lastDescribed is not { } last || !IsWrittenAlike(range.Lower, last.Lower) || !IsWrittenAlike(range.Upper, last.Upper))
            (_lastDescribed, _lastDescription) = (range, range.Describe());
        return _lastDescription;
    }

    // 1 V and 1000 mV are equal, and not the same words.
    private static bool IsWrittenAlike(Quantity? a, Quantity? b) => a is { } one && b is { } other
        ? BitConverter.DoubleToInt64Bits(one.Value) == BitConverter.DoubleToInt64Bits(other.Value) && one.Unit.Symbol == other.Unit.Symbol
        : a is null && b is null;

    // What is shown beside a limit when many values were held against it, in the limit's unit.
    private static (double? Least, double? Most) Extremes(MeasuredValue value, Unit unit)
    {
        var numbers = value switch
        {
            ArrayValue array => array.Values,
            WaveformValue waveform => waveform.Waveform.Samples,
            _ => default,
        };
        if (numbers.IsEmpty || !value.Unit.ConvertsTo(unit))
            return (null, null);
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (var number in numbers.Span)
        {
            least = Math.Min(least, number);
            most = Math.Max(most, number);
        }

        return (new Quantity(least, value.Unit).In(unit), new Quantity(most, value.Unit).In(unit));
    }
}
