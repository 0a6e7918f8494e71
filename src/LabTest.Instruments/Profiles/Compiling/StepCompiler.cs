using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the steps of actions and safe states.</summary>
internal sealed class StepCompiler(CompileContext context)
{
    private static readonly string[] Kinds = ["write", "set", "read", "wait", "opc", "until", "run"];

    public IReadOnlyList<ActionStep> Compile(IReadOnlyList<StepSpec>? steps) => [.. (steps ?? []).SelectMany(Compile)];

    private IReadOnlyList<ActionStep> Compile(StepSpec step)
    {
        object?[] given = [step.Write, step.Set, step.Read, step.Wait, step.Opc, step.Until, step.Run];
        if (given.Count(g => g is not null) != 1)
        {
            context.Add(step.Mark, $"a step does one thing: give one of {string.Join(", ", Kinds)}");
            return [];
        }

        if (step.Until is null && (step.Timeout ?? step.Every) is not null)
            context.Add(step.Mark, "'timeout' and 'every' belong to 'until'");
        if (step.Write is not null)
            return Write(step.Write, step.MarkOf("write"));
        if (step.Set is not null)
            return Set(step.Set, step.MarkOf("set"));
        if (step.Read is not null)
            return Readable(step.Read, step.MarkOf("read")) is { } read ? [new ReadStep(read)] : [];
        if (step.Wait is not null)
            return [new WaitStep(Durations.Wait(step.Wait, step.MarkOf("wait"), context.Problems))];
        if (step.Opc is not null)
            return [new OperationCompleteStep(Durations.Wait(step.Opc, step.MarkOf("opc"), context.Problems, mayBeZero: false))];
        return step.Run is not null ? Run(step.Run, step.MarkOf("run")) : Until(step);
    }

    private IReadOnlyList<ActionStep> Write(string text, YamlMark mark)
    {
        if (context.Command(text, mark) is not { } command)
            return [];
        context.CheckHoles(command, mark, isChannel: context.Channels.Count > 0);
        if (command.IsQuery)
            context.Add(mark, $"'{command.Text}' is a query, and nobody reads its answer; use 'read' for a parameter, or 'opc' to wait");
        return [new WriteStep(command)];
    }

    private SetStep[] Set(IReadOnlyDictionary<string, ValueSpec> values, YamlMark mark)
    {
        List<SetStep> steps = [];
        foreach (var (name, value) in values)
        {
            if (context.Find(name, mark) is not { } parameter)
                continue;
            if (parameter.Set is null)
                context.Add(value.Mark, $"'{name}' can only be read");
            else if (context.Setting(parameter, value) is { } canonical)
                steps.Add(new SetStep(parameter, canonical));
        }

        return [.. steps];
    }

    private UntilStep[] Until(StepSpec step)
    {
        if (step.Timeout is null)
            context.Add(step.Mark, "'until' needs a 'timeout'; it is the only step that waits for something");
        var timeout = Durations.Wait(step.Timeout, step.MarkOf("timeout"), context.Problems);
        var every = step.Every is null ? UntilStep.PollEvery : Durations.Wait(step.Every, step.MarkOf("every"), context.Problems, mayBeZero: false);
        List<UntilStep> steps = [];
        foreach (var (name, value) in step.Until!)
        {
            if (Readable(name, step.MarkOf("until")) is { } parameter && context.Value(parameter, value) is { } canonical)
                steps.Add(new UntilStep(parameter, canonical, timeout, every));
        }

        return [.. steps];
    }

    private RunStep[] Run(string action, YamlMark mark)
    {
        var actions = context.Spec.Actions?.Keys ?? [];
        if (actions.Contains(action))
            return [new RunStep(action)];
        context.Add(mark, $"there is no action '{action}'", Spelling.Nearest(action, actions));
        return [];
    }

    private ParameterModel? Readable(string name, YamlMark mark)
    {
        if (context.Find(name, mark) is not { } parameter)
            return null;
        if (parameter.Get is not null && parameter.Type != ParameterType.Waveform)
            return parameter;
        context.Add(mark, parameter.Get is null ? $"'{name}' can only be set" : $"'{name}' is a waveform and has no single value");
        return null;
    }
}
