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

    // A text that could be read as something else: the generator writes it in quotes.
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    private DeclaredArguments(IEnumerable<Assembly> assemblies)
    {
        foreach (var argument in assemblies.SelectMany(Declared))
        {
            if (argument.Otherwise.StartsWith('"'))
                _texts.Add(argument.Name);

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

    /// <summary>
    /// Refuses names that nothing declares, since an experiment would measure with the value it has without them, and values that are not of the kind of the value
    /// that is declared: a quantity of its dimension, or a flag.
    /// </summary>
    /// <exception cref="FormatException">There is one; the message says what may have been meant.</exception>
    public void Require(IReadOnlyDictionary<string, string> given)
    {
        if (given.Keys.FirstOrDefault(n => !_byName.ContainsKey(n)) is { } unknown)
            throw Unknown(unknown);
        foreach (var (name, value) in given.Where(g => !_texts.Contains(g.Key)))
            RequireKind(name, value, Shown(_byName[name].Otherwise));
    }

    // A number without a unit may be the name of a variant: what is declared so is left to the experiment that asks.
    private static void RequireKind(string name, string value, string otherwise)
    {
        try
        {
            if (Quantity.TryParse(otherwise, out var quantity) && !quantity.Unit.IsOne)
                Bench.QuantityOf(name, value, quantity);
            else if (otherwise is "true" or "false")
                Bench.FlagOf(name, value);
        }
        catch (UnitMismatchException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private FormatException Unknown(string unknown)
    {
        var meant = Spelling.Nearest(unknown, _byName.Keys);
        var known = _byName.Count == 0 ? "none is declared" : $"there {(_byName.Count == 1 ? "is" : "are")} {string.Join(", ", _byName.Keys.Take(MostNamed).Select(static n => $"'{n}'"))}{(_byName.Count > MostNamed ? ", …" : "")}";
        return new FormatException($"'{unknown}' is not an argument of these experiments{(meant is null
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
