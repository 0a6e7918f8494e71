using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the accuracy tables of readings.</summary>
internal sealed class AccuracyCompiler(CompileContext context)
{
    public void Compile()
    {
        foreach (var (name, spec) in context.Spec.Accuracy ?? new Dictionary<string, AccuracySpec>())
        {
            if (context.Find(name, spec.Body.Mark) is { } parameter)
                parameter.Accuracy = Compile(parameter, spec.Body);
        }
    }

    private AccuracyModel Compile(ParameterModel parameter, AccuracyBodySpec spec)
    {
        var by = spec.By is null ? null : context.Find(spec.By, spec.MarkOf("by"));
        if (spec.Valid?.Temperature is { Count: not 2 })
            context.Add(spec.Valid.MarkOf("temperature"), "write the lowest and the highest temperature, as in [18, 28]");
        foreach (var row in spec.Rows.Where(r => by is null && (r.Range ?? r.OfRange?.Value) is not null))
            context.Add(row.Mark, "a row with 'range' or 'of_range' needs 'by', the parameter that gives the active range");
        return new AccuracyModel(spec.Basis ?? AccuracyBasis.Limit, by, [.. spec.Rows.Select(r => Row(parameter, r))])
        {
            Within = spec.Valid?.Within is { } within ? Durations.Of(within) : null,
            Temperature = spec.Valid?.Temperature is { Count: 2 } t ? (t[0], t[1]) : null,
        };
    }

    private AccuracyRow Row(ParameterModel parameter, AccuracyRowSpec row)
    {
        var when = new List<(ParameterModel, ParameterValue)>();
        foreach (var (name, value) in row.When ?? new Dictionary<string, ValueSpec>())
        {
            if (context.Find(name, row.MarkOf("when")) is { } other && context.Value(other, value) is { } canonical)
                when.Add((other, canonical));
        }

        return new AccuracyRow(
            row.Range,
            when,
            In(row, "reading", row.Reading, Unit.One),
            In(row, "of_range", row.OfRange, Unit.One),
            In(row, "fixed", row.Fixed, parameter.Unit),
            In(row, "per_kelvin", row.PerKelvin?.Reading, Unit.One),
            In(row, "per_kelvin", row.PerKelvin?.OfRange, Unit.One),
            row.PerKelvin is not null);
    }

    private double In(AccuracyRowSpec row, string key, Quantity? quantity, Unit unit)
    {
        try
        {
            return quantity is not { } given ? 0 : given.Unit.IsOne ? given.Value : given.In(unit);
        }
        catch (UnitMismatchException e)
        {
            context.Add(row.MarkOf(key), e.Message);
            return 0;
        }
    }
}
