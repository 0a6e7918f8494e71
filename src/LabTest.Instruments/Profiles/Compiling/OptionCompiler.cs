using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the options of a parameter.</summary>
internal sealed class OptionCompiler(CompileContext context)
{
    public OptionModel[] Compile(ParameterSpec spec, ParameterType type)
    {
        if (spec.Options is not { } options)
            return [];
        if (type == ParameterType.Bool && (options.Values.Count > 0 || options.Wire.Count != 2 || !options.Wire.ContainsKey(ParameterModel.On) || !options.Wire.ContainsKey(ParameterModel.Off)))
            context.Add(options.Mark, "a parameter of type bool has the options on and off, with what is sent for them, as in {on: ON, off: OFF}");
        if (type is ParameterType.Text or ParameterType.Waveform)
            context.Add(options.Mark, $"a parameter of type {YamlTypes.SnakeCase(type.ToString())} has no options");
        OptionModel[] made =
        [
            .. options.Wire.Select(o => new OptionModel(o.Key, new WireToken(o.Value), context.NumberOf(o.Key), IsNumber: false)),
            .. options.Values.Select(v => OfValue(v, type)),
        ];
        if (made.Length == 0)
            context.Add(options.Mark, "there is no option; list at least one");
        for (var i = 0; i < made.Length; i++)
        {
            if (made[i].Wire.Text.Length == 0)
                context.Add(options.Mark, $"option '{made[i].Name}' is sent as nothing; give its text");
            if (made.Take(i).FirstOrDefault(o => o.Name == made[i].Name || o.Wire.Matches(made[i].Wire.Text)) is { } other)
                context.Add(options.Mark, $"options '{other.Name}' and '{made[i].Name}' are sent as the same text; they cannot be told apart");
        }

        return made;
    }

    private OptionModel OfValue(ValueSpec value, ParameterType type)
    {
        var text = value.Scalar.Text;
        var number = type == ParameterType.Enum ? null : value.Scalar.AsNumber;
        if (type == ParameterType.Integer && number is { } whole && whole != Math.Round(whole))
            context.Add(value.Mark, $"{text} is no whole number");
        return new OptionModel(text, new WireToken(text), number ?? context.NumberOf(text), number is not null);
    }
}
