using System.Collections.Concurrent;
using System.Reflection;

namespace LabTest.Instruments.Yaml;

/// <summary>
/// Binds nodes to C# types strictly: an unknown key, a missing one, a value of the wrong type are problems with their place, all of them
/// collected. The JSON Schemas are made from the same types.
/// </summary>
internal sealed class YamlBinder
{
    private static readonly ConcurrentDictionary<Type, Func<YamlNode, YamlBinder, object?>> Forms = new();
    private static readonly MethodInfo FormMethod = typeof(YamlBinder).GetMethod(nameof(BindForm), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>What is wrong, in the order it was found.</summary>
    public List<ProfileProblem> Problems { get; } = [];

    /// <summary>What is no mistake, and yet worth knowing.</summary>
    public List<ProfileProblem> Warnings { get; } = [];

    /// <summary>Binds a node.</summary>
    /// <returns>The value; null after a problem was added.</returns>
    public T? Bind<T>(YamlNode node)
        where T : class => (T?)Bind(typeof(T), node);

    /// <summary>Binds a node or throws.</summary>
    /// <exception cref="ProfileException">There is a problem.</exception>
    public T BindOrThrow<T>(YamlNode node)
        where T : class
    {
        var bound = Bind<T>(node);
        ThrowIfProblems();
        return bound!;
    }

    /// <summary>Throws what was found.</summary>
    /// <exception cref="ProfileException">There is a problem.</exception>
    public void ThrowIfProblems()
    {
        if (Problems.Count > 0)
            throw new ProfileException(Problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ToArray());
    }

    public void Add(YamlMark mark, string message, string? didYouMean = null) => Problems.Add(mark.Problem(message, didYouMean));

    public void Warn(YamlMark mark, string message) => Warnings.Add(mark.Problem(message));

    /// <summary>Binds a node to any type that a schema type may have as a property.</summary>
    public object? Bind(Type type, YamlNode node)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(YamlObject).IsAssignableFrom(type))
            return BindObject(type, node);
        if (YamlTypes.IsForm(type))
            return Forms.GetOrAdd(type, static t => FormMethod.MakeGenericMethod(t).CreateDelegate<Func<YamlNode, YamlBinder, object?>>())(node, this);
        if (YamlTypes.ItemOfList(type) is { } item)
            return BindList(item, node);
        return YamlTypes.ValueOfMap(type) is { } value ? BindMap(value, node) : BindScalar(type, node);
    }

    /// <summary>The scalar itself; a problem where the node is none, or is empty.</summary>
    public YamlScalar? Scalar(YamlNode node, string wanted)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar;
        Add(node.Mark, $"{wanted} is wanted here, not {node.Describe()}");
        return null;
    }

    private static object? BindForm<T>(YamlNode node, YamlBinder binder)
        where T : class, IYamlForm<T> => T.Bind(node, binder);

    private YamlObject? BindObject(Type type, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            Add(node.Mark, $"{YamlTypes.NameOf(type)} is wanted here, a mapping of keys to values, not {node.Describe()}");
            return null;
        }

        var bound = (YamlObject)Activator.CreateInstance(type, nonPublic: true)!;
        bound.Mark = mapping.Mark;
        var keys = YamlTypes.KeysOf(type);
        foreach (var (key, value) in mapping.Entries)
        {
            if (!keys.TryGetValue(key.Text, out var property))
            {
                Add(key.Mark, $"'{key.Text}' is not a key of {YamlTypes.NameOf(type)} (it has {Listing.Of(keys.Keys)})", Spelling.Nearest(key.Text, keys.Keys));
                continue;
            }

            bound.Place(key.Text, value.Mark);
            if (Bind(property.PropertyType, value) is { } item && IsConstant(property, item, value.Mark))
                property.SetValue(bound, item);
        }

        foreach (var (key, _) in keys.Where(k => YamlTypes.IsRequired(k.Value) && mapping.Find(k.Key) is null))
            Add(mapping.Mark, $"{YamlTypes.NameOf(type)} needs the key '{key}'");
        return bound;
    }

    private bool IsConstant(PropertyInfo property, object value, YamlMark mark)
    {
        if (property.GetCustomAttribute<YamlConstantAttribute>() is not { } constant || Equals(constant.Value, value))
            return true;
        Add(mark, $"'{value}' is not supported here; write \"{constant.Value}\"");
        return false;
    }

    private object? BindList(Type item, YamlNode node)
    {
        if (node is not YamlSequence sequence)
        {
            Add(node.Mark, $"a list of {YamlTypes.NamePlural(item)} is wanted here, as in [a, b], not {node.Describe()}");
            return null;
        }

        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var child in sequence.Items)
        {
            if (Bind(item, child) is { } bound)
                list.Add(bound);
        }

        return list;
    }

    private object? BindMap(Type value, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            Add(node.Mark, $"a mapping of names to {YamlTypes.NamePlural(value)} is wanted here, as in {{name: value}}, not {node.Describe()}");
            return null;
        }

        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var (key, child) in mapping.Entries)
        {
            if (Bind(value, child) is { } bound)
                map.Add(key.Text, bound);
        }

        return map;
    }

    private object? BindScalar(Type type, YamlNode node)
    {
        var wanted = YamlTypes.NameOf(type);
        if (Scalar(node, wanted) is not { } scalar)
            return null;

        if (type == typeof(string))
            return scalar.Text;
        if (type == typeof(bool) && scalar.AsFlag is { } flag)
            return flag;
        if (type == typeof(double) && scalar.AsNumber is { } number)
            return number;
        if (type == typeof(int) && scalar.AsNumber is { } whole && whole == Math.Floor(whole) && Math.Abs(whole) <= int.MaxValue)
            return (int)whole;
        if (type == typeof(DateOnly) && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", out var date))
            return date;
        if (type == typeof(Quantity))
            return BindQuantity(scalar);
        if (type == typeof(Unit))
            return BindUnit(scalar);
        if (type.IsEnum)
            return BindEnum(type, scalar);
        Add(scalar.Mark, $"{wanted} is wanted here, not '{scalar.Text}'{Advice(type, scalar)}");
        return null;
    }

    private static string Advice(Type type, YamlScalar scalar)
    {
        if (!scalar.IsPlain && type != typeof(DateOnly))
            return "; take the quotes away";
        return type == typeof(bool) && scalar.Text is "on" or "yes" or "off" or "no" ? "; write true or false" : "";
    }

    private object? BindQuantity(YamlScalar scalar)
    {
        if (scalar.AsNumber is { } number)
            return (Quantity)number;
        try
        {
            return Quantity.Parse(scalar.Text);
        }
        catch (FormatException e)
        {
            Add(scalar.Mark, e.Message);
            return null;
        }
    }

    private Unit? BindUnit(YamlScalar scalar)
    {
        try
        {
            return Unit.Parse(scalar.Text);
        }
        catch (FormatException e)
        {
            Add(scalar.Mark, e.Message);
            return null;
        }
    }

    private object? BindEnum(Type type, YamlScalar scalar)
    {
        var names = YamlTypes.NamesOf(type);
        if (names.TryGetValue(scalar.Text, out var value))
            return value;
        Add(scalar.Mark, $"'{scalar.Text}' is not {YamlTypes.NameOf(type)} (there are {Listing.Of(names.Keys)})", Spelling.Nearest(scalar.Text, names.Keys));
        return null;
    }
}
