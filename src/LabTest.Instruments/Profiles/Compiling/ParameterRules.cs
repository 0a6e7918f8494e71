using System.Globalization;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Which keys of a parameter go together.</summary>
internal sealed class ParameterRules(CompileContext context)
{
    private const int MostFields = 1000;

    public void Check(string name, ParameterSpec spec, ParameterType type, ParameterKind kind)
    {
        CheckCommands(name, spec, kind);
        var word = YamlTypes.SnakeCase(type.ToString());
        if (type is not (ParameterType.Number or ParameterType.Integer))
        {
            Refuse(spec, $"belongs to a number, and '{name}' is of type {word}",
                ("range", spec.Range), ("coerce", spec.Coerce), ("format", spec.Format), ("ramp", spec.Ramp), ("overload", spec.Overload));
            if (spec.Unit is not null)
                context.Add(spec.MarkOf("unit"), type == ParameterType.Waveform ? "a waveform has its units in 'x' and 'y'" : $"'{name}' is of type {word} and has no unit");
        }

        if (type == ParameterType.Waveform)
            Refuse(spec, "does not belong to a waveform", ("parse", spec.Parse), ("init", spec.Init), ("set", spec.Set), ("scpi", spec.Scpi), ("settle", spec.Settle));
        else
            Refuse(spec, $"belongs to a waveform, and '{name}' is of type {word}", ("prepare", spec.Prepare), ("preamble", spec.Preamble), ("block", spec.Block), ("x", spec.X), ("y", spec.Y));
        CheckSimulation(name, spec, type);
        if (spec.Coerce is not null and not Coercion.Refuse && spec.Options is null)
            context.Add(spec.MarkOf("coerce"), "only 'options' can be coerced to; a value outside a range is always refused");
        CheckParse(spec.Parse);
        CheckFormat(spec);
    }

    private void CheckCommands(string name, ParameterSpec spec, ParameterKind kind)
    {
        if (spec.Scpi is not null && (spec.Get is not null || spec.Set is not null))
            context.Add(spec.MarkOf("scpi"), "'scpi' stands for both get and set; give either 'scpi' or 'get' and 'set'");
        if (spec.Scpi is null && spec.Get is null && spec.Set is null)
            context.Add(spec.Mark, $"parameter '{name}' has no command; give 'scpi', or 'get' and 'set'");
        var canBeSet = spec.Scpi is not null || spec.Set is not null;
        if (kind == ParameterKind.Setting && !canBeSet && spec.Get is not null)
            context.Add(spec.MarkOf("kind"), $"a setting can be set; give 'set', or leave 'kind' out");
        if (kind != ParameterKind.Setting && canBeSet)
            context.Add(spec.MarkOf("kind"), $"what can be set is a setting; leave 'kind' out, or give only 'get'");
    }

    private void CheckSimulation(string name, ParameterSpec spec, ParameterType type)
    {
        if (spec.Sim is not { } sim)
            return;
        (string Key, object? Value)[] refused = type == ParameterType.Waveform
            ? [("value", sim.Value), ("quantum", sim.Quantum), ("delay", sim.Delay)]
            : [("preamble", sim.Preamble), ("y", sim.Y), ("trigger", sim.Trigger)];
        foreach (var (key, _) in refused.Where(r => r.Value is not null))
            context.Add(sim.MarkOf(key), type == ParameterType.Waveform ? $"'{key}' does not belong to the simulation of a waveform" : $"'{key}' belongs to the simulation of a waveform, and '{name}' is none");
    }

    private void CheckParse(ParseSpec? parse)
    {
        if (parse?.Field < 0)
            context.Add(parse.MarkOf("field"), "fields are counted from 0");
        if (parse?.Field > MostFields)
            context.Add(parse.MarkOf("field"), $"an answer has at most {MostFields} fields");
        if (parse?.Scale is 0 || (parse?.Scale is { } scale && !double.IsFinite(scale)))
            context.Add(parse.MarkOf("scale"), "the scale must be a number other than 0");
    }

    // What is sent must be the number that was checked, so it must be readable as one.
    private void CheckFormat(ParameterSpec spec)
    {
        if (spec.Format is not { } format)
            return;
        string sent;
        try
        {
            sent = 1.5.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            sent = "";
        }

        if (!double.TryParse(sent, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            context.Add(spec.MarkOf("format"), $"'{format}' is no .NET format that gives a number; write it as F3, 0.000 or E5");
    }

    private void Refuse(ParameterSpec spec, string why, params (string Key, object? Value)[] keys)
    {
        foreach (var (key, _) in keys.Where(k => k.Value is not null))
            context.Add(spec.MarkOf(key), $"'{key}' {why}");
    }
}
