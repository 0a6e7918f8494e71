using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the steps of actions and safe states.</summary>
internal sealed class StepCompiler(CompileContext context)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    public IReadOnlyList<Step> Compile(IReadOnlyList<StepSpec>? steps) => [.. (steps ?? []).SelectMany(Compile)];

    private IEnumerable<Step> Compile(StepSpec step)
    {
        string[] kinds = ["write", "set", "read", "wait", "opc", "until", "run"];
        object?[] given = [step.Write, step.Set, step.Read, step.Wait, step.Opc, step.Until, step.Run];
        if (given.Count(g => g is not null) != 1)
        {
            context.Add(step.Mark, $"a step does one thing: give one of {string.Join(", ", kinds)}");
            return [];
        }

        if (step.Until is null && (step.Timeout ?? step.Every) is not null)
            context.Add(step.Mark, "'timeout' and 'every' belong to 'until'");
        try
        {
            return Made(step);
        }
        catch (UnitMismatchException e)
        {
            context.Add(step.Mark, e.Message);
            return [];
        }
    }

    private IReadOnlyList<Step> Made(StepSpec step)
    {
        if (step.Write is not null)
            return context.Command(step.Write, step.MarkOf("write")) is { } command ? [new WriteStep(command)] : [];
        if (step.Set is not null)
            return [.. Assignments(step.Set, step.MarkOf("set")).Select(a => new SetStep(a.Parameter, a.Value))];
        if (step.Read is not null)
            return context.Find(step.Read, step.MarkOf("read")) is { } read ? [new ReadStep(read)] : [];
        if (step.Wait is not null)
            return [new WaitStep(Durations.Of(step.Wait))];
        if (step.Opc is not null)
            return [new OperationCompleteStep(Durations.Of(step.Opc))];
        if (step.Run is not null)
            return Run(step);

        if (step.Timeout is null)
            context.Add(step.Mark, "'until' needs a 'timeout'; it is the only step that waits for something");
        var every = step.Every is null ? PollEvery : Durations.Of(step.Every);
        return [.. Assignments(step.Until!, step.MarkOf("until")).Select(a => new UntilStep(a.Parameter, a.Value, Durations.Of(step.Timeout), every))];
    }

    private IReadOnlyList<Step> Run(StepSpec step)
    {
        var actions = context.Spec.Actions?.Keys ?? [];
        if (actions.Contains(step.Run))
            return [new RunStep(step.Run!)];
        context.Add(step.MarkOf("run"), $"there is no action '{step.Run}'", Spelling.Nearest(step.Run!, actions));
        return [];
    }

    private IEnumerable<(ParameterModel Parameter, ParameterValue Value)> Assignments(IReadOnlyDictionary<string, ValueSpec> values, YamlMark mark)
    {
        foreach (var (name, value) in values)
        {
            if (context.Find(name, mark) is { } parameter && context.Value(parameter, value) is { } canonical)
                yield return (parameter, canonical);
        }
    }
}
