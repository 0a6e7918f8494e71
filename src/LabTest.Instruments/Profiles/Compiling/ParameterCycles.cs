using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>
/// Finds parameters that depend on themselves: a query whose holes need the answer of a query that needs the first, or simulated values of which
/// each is computed from the other.
/// </summary>
internal sealed class ParameterCycles(CompileContext context)
{
    public void Check(Func<ParameterModel, ParameterSpec> specOf)
    {
        foreach (var parameter in context.Parameters.Values)
        {
            if (Reaches(parameter, parameter, p => QueryNeeds(p), []))
                context.Add(parameter.Mark, $"to read '{parameter.Name}' its own value is needed");
            if (Reaches(parameter, parameter, p => FormulaNeeds(specOf(p)), []))
                context.Add(specOf(parameter).Sim!.MarkOf("value"), $"the simulated value of '{parameter.Name}' depends on itself");
        }
    }

    private IEnumerable<ParameterModel> QueryNeeds(ParameterModel parameter)
    {
        IEnumerable<string> names = [.. parameter.Get?.Holes ?? [], .. parameter.UnitBy is { } by ? [by.Parameter.Name] : (string[])[]];
        return names.Select(n => context.Parameters.GetValueOrDefault(n)).OfType<ParameterModel>();
    }

    private IEnumerable<ParameterModel> FormulaNeeds(ParameterSpec spec) =>
        (spec.Sim?.Value?.Expression?.Names ?? []).Select(n => context.Parameters.GetValueOrDefault(n.Name)).OfType<ParameterModel>();

    private static bool Reaches(ParameterModel from, ParameterModel target, Func<ParameterModel, IEnumerable<ParameterModel>> needs, HashSet<ParameterModel> seen) =>
        needs(from).Any(n => n == target || (seen.Add(n) && Reaches(n, target, needs, seen)));
}
