using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the accuracy tables of readings.</summary>
internal sealed class AccuracyCompiler(CompileContext context)
{
    public void Compile()
    {
        foreach (var (name, spec) in context.Spec.Accuracy ?? new Dictionary<string, AccuracySpec>())
        {
            if (context.Find(name, spec.Body.Mark) is not { } parameter)
                continue;
            if (parameter.IsNumber)
                parameter.Accuracy = Compile(parameter, spec.Body);
            else
                context.Add(spec.Body.Mark, $"only a number has an accuracy, and '{name}' is none");
        }
    }

    private AccuracyModel Compile(ParameterModel parameter, AccuracyBodySpec spec)
    {
        var by = spec.By is null ? null : context.FindKnowable(spec.By, spec.MarkOf("by"), parameter.IsChannel);
        if (by is { IsNumber: false })
            context.Add(spec.MarkOf("by"), $"'{by.Name}' is no number; 'by' is the parameter that gives the active range");
        if (spec.Rows.Count == 0)
            context.Add(spec.MarkOf("rows"), "there is no row; copy them from the datasheet");
        foreach (var row in spec.Rows.Where(r => spec.By is null && (r.Range ?? r.OfRange?.Value ?? r.PerKelvin?.OfRange?.Value) is not null))
            context.Add(row.Mark, "a row with 'range' or 'of_range' needs 'by', the parameter that gives the active range");
        foreach (var row in spec.Rows.Where(r => r.Range is { } range && by is { NumericOptions.Count: > 0 } && !by.NumericOptions.Contains(range)))
            context.Add(row.MarkOf("range"), $"{row.Range} is no range of '{by!.Name}' (there are {Listing.Of(by.NumericOptions.Select(o => $"{o}"))})");
        foreach (var row in spec.Rows.Where(r => r.PerKelvin is not null && spec.Valid?.Temperature is null))
            context.Add(row.MarkOf("per_kelvin"), "'per_kelvin' counts from the temperatures in 'valid'; give them, as in [18, 28]");
        return new AccuracyModel(spec.Basis ?? AccuracyBasis.Limit, by, [.. spec.Rows.Select(r => Row(parameter, r))])
        {
            Within = spec.Valid?.Within is { } within ? Durations.Any(within, spec.Valid.MarkOf("within"), context.Problems) : null,
            Temperature = Temperature(spec.Valid),
        };
    }

    private (double Low, double High)? Temperature(AccuracyValiditySpec? valid)
    {
        if (valid?.Temperature is not { } given)
            return null;
        if (given is [var low, var high] && low <= high)
            return (low, high);
        context.Add(valid.MarkOf("temperature"), "write the lowest and the highest temperature, as in [18, 28]");
        return null;
    }

    private AccuracyRow Row(ParameterModel parameter, AccuracyRowSpec row)
    {
        var unit = parameter.Unit;
        var when = new List<(ParameterModel, ParameterValue)>();
        foreach (var (name, value) in row.When ?? new Dictionary<string, ValueSpec>())
        {
            if (context.FindKnowable(name, row.MarkOf("when"), parameter.IsChannel) is not { } other || context.Value(other, value) is not { } canonical)
                continue;
            when.Add((other, canonical));
            if (parameter.UnitBy is { } by && by.Parameter == other)
                unit = by.Units.GetValueOrDefault(canonical.Text!, unit);
        }

        return new AccuracyRow(
            row.Range,
            when,
            In(row.Reading, row.MarkOf("reading"), Unit.One),
            In(row.OfRange, row.MarkOf("of_range"), Unit.One),
            In(row.Fixed, row.MarkOf("fixed"), unit),
            In(row.PerKelvin?.Reading, row.PerKelvin?.MarkOf("reading") ?? row.Mark, Unit.One),
            In(row.PerKelvin?.OfRange, row.PerKelvin?.MarkOf("of_range") ?? row.Mark, Unit.One),
            row.PerKelvin is not null);
    }

    private double In(Quantity? quantity, YamlMark mark, Unit unit)
    {
        if (quantity is not { } given)
            return 0;
        try
        {
            var value = given.Unit.IsOne ? given.Value : given.DifferenceIn(unit);
            if (double.IsFinite(value) && value >= 0)
                return value;
            context.Add(mark, $"{given} is no half-width of an accuracy");
        }
        catch (UnitMismatchException e)
        {
            context.Add(mark, e.Message);
        }

        return 0;
    }
}
