using System.Reflection;
using LabTest.Instruments.Simulation.DutModels;

namespace LabTest.Instruments.Simulation;

/// <summary>Makes DUT models by name: a built-in one, or any class <c>"Type, Assembly"</c> that implements <see cref="IDutModel"/>.</summary>
internal static class DutModelFactory
{
    private static readonly Dictionary<string, Func<DutParameters, IDutModel>> BuiltIn = new(StringComparer.Ordinal)
    {
        ["buck_converter"] = p => new BuckConverter(p),
        ["ldo"] = p => new Ldo(p),
    };

    /// <summary>The models that come with LabTest.</summary>
    public static IEnumerable<string> BuiltInTypes => BuiltIn.Keys;

    /// <summary>Whether a type is one of the models that come with LabTest, and not a class of the experiment's.</summary>
    public static bool IsBuiltIn(string type) => !type.Contains(',');

    /// <summary>Whether a class of the experiment's is out of reach: its assembly lies beside the experiment, and not beside this program.</summary>
    public static bool IsElsewhere(string type) => !IsBuiltIn(type) && Find(type) is null;

    /// <summary>Makes a model.</summary>
    /// <exception cref="SimulationException">There is no such model, or it cannot be made.</exception>
    public static IDutModel Make(string type, DutParameters parameters)
    {
        if (BuiltIn.TryGetValue(type, out var make))
            return make(parameters);
        if (IsBuiltIn(type))
        {
            var meant = Spelling.Nearest(type, BuiltIn.Keys);
            throw new SimulationException($"There is no DUT model '{type}'; there are {string.Join(", ", BuiltIn.Keys)}, and any class written as \"Type, Assembly\"{(meant is null ? "" : $"; did you mean '{meant}'?")}");
        }

        var found = Find(type);
        if (found is null || !typeof(IDutModel).IsAssignableFrom(found))
            throw new SimulationException($"'{type}' is no class that implements {nameof(IDutModel)}; write \"Namespace.Type, Assembly\" and reference the assembly from the experiment project; a program that does not, as the labtest command, has only {string.Join(" and ", BuiltIn.Keys)}.");
        var constructor = found.GetConstructor([typeof(DutParameters)])
            ?? throw new SimulationException($"'{type}' has no public constructor that takes {nameof(DutParameters)}.");
        try
        {
            return (IDutModel)constructor.Invoke([parameters]);
        }
        catch (TargetInvocationException e)
        {
            throw new SimulationException($"'{type}' could not be made: {e.InnerException?.Message}", e.InnerException);
        }
    }

    // A name that is not even well-formed is found nowhere either.
    private static Type? Find(string type)
    {
        try
        {
            return Type.GetType(type, throwOnError: false);
        }
        catch (Exception e) when (e is ArgumentException or IOException or BadImageFormatException or TypeLoadException)
        {
            return null;
        }
    }
}
