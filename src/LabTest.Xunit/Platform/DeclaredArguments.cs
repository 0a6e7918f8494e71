using System.Globalization;
using System.Reflection;
using LabTest.Recording;

namespace LabTest.Xunit.Platform;

/// <summary>The arguments that the experiments of a program declare, by attribute or by asking for them.</summary>
internal sealed class DeclaredArguments
{
    private static readonly string[] Foreign = ["System", "Microsoft", "mscorlib", "netstandard", "xunit", "LabTest", "FluentAssertions", "YamlDotNet", "MathNet", "CsvHelper", "Spectre"];

    private const int MostNamed = 12;

    private readonly SortedDictionary<string, LabArgumentAttribute> _byName = new(StringComparer.Ordinal);

    private DeclaredArguments(IEnumerable<Assembly> assemblies)
    {
        foreach (var argument in assemblies.SelectMany(Declared))
        {
            // Who describes it says more than the call that asks for it.
            if (!_byName.TryGetValue(argument.Name, out var known) || (known.Description is null && argument.Description is not null))
                _byName[argument.Name] = argument;
        }
    }

    /// <summary>The arguments of an assembly of experiments and of the libraries that it refers to.</summary>
    public static DeclaredArguments Of(Assembly assembly) => new(WithLibraries(assembly));

    /// <summary>One line for each: its name, what it is, and the value it has if none is given.</summary>
    public IEnumerable<string> Lines => _byName.Values.Select(static a =>
        $"{a.Name} - {(a.Description is null ? "" : $"{a.Description} ")}[{Shown(a.Otherwise)}]");

    /// <summary>Refuses names that nothing declares: an experiment would measure with the value it has without them.</summary>
    /// <exception cref="FormatException">There is one; the message says what may have been meant.</exception>
    public void Require(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(n => !_byName.ContainsKey(n)) is not { } unknown)
            return;
        var meant = Spelling.Nearest(unknown, _byName.Keys);
        var known = _byName.Count == 0 ? "none is declared" : $"there {(_byName.Count == 1 ? "is" : "are")} {string.Join(", ", _byName.Keys.Take(MostNamed).Select(static n => $"'{n}'"))}{(_byName.Count > MostNamed ? ", …" : "")}";
        throw new FormatException($"'{unknown}' is not an argument of these experiments{(meant is null
            ? $" ({known}). An argument is declared by asking for it, as in station.Argument(\"{unknown}\", …), or by [LabArgument(\"{unknown}\", \"…\")]."
            : $"; did you mean '{meant}'? T{known[1..]}.")}");
    }

    // What stands in the source as 5.0.Volts() is 5 V to whoever reads the help.
    private static string Shown(string otherwise)
    {
        var dot = otherwise.LastIndexOf('.');
        if (dot > 0 && otherwise.EndsWith("()", StringComparison.Ordinal)
            && double.TryParse(otherwise.AsSpan(0, dot).Trim("()"), CultureInfo.InvariantCulture, out var number)
            && typeof(UnitExtensions).GetMethod(otherwise[(dot + 1)..^2]) is { IsGenericMethodDefinition: true } unit)
        {
            return unit.MakeGenericMethod(typeof(double)).Invoke(null, [number])!.ToString()!;
        }

        return otherwise.Length == 0 ? "empty" : otherwise;
    }

    private static IEnumerable<Assembly> WithLibraries(Assembly assembly)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { assembly.FullName! };
        var found = new List<Assembly> { assembly };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var name in found[i].GetReferencedAssemblies().Where(n => !IsForeign(n.Name!) && seen.Add(n.FullName)))
            {
                if (TryLoad(name) is { } library)
                    found.Add(library);
            }
        }

        return found;
    }

    // System.Linq, but not SystemTests.
    private static bool IsForeign(string name) => Array.Exists(Foreign, f => name == f || name.StartsWith(f + ".", StringComparison.Ordinal));

    private static IEnumerable<LabArgumentAttribute> Declared(Assembly assembly)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = Types(assembly);
        return
        [
            .. types.SelectMany(static t => t.GetCustomAttributes<LabArgumentAttribute>(inherit: false)),
            .. types.SelectMany(static t => t.GetMethods(all)).SelectMany(static m => m.GetCustomAttributes<LabArgumentAttribute>(inherit: false)),
            .. assembly.GetCustomAttributes<LabArgumentAttribute>(),
        ];
    }

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return [.. e.Types.OfType<Type>()];
        }
    }

    // A library that is not there was not needed to run.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
