using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LabTest.Instruments.Yaml;

/// <summary>What C# types say of the YAML they are bound from; the binder and the schema writer both ask here.</summary>
internal static class YamlTypes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Keys = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Names = new();

    /// <summary>The keys of a mapping, in the order its properties are declared.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> KeysOf(Type type) => Keys.GetOrAdd(type, static t =>
    {
        var keys = new OrderedDictionary<string, PropertyInfo>(StringComparer.Ordinal);
        foreach (var property in t.GetProperties().Where(p => p.CanWrite && p.Name != nameof(YamlObject.Mark)).OrderBy(p => p.MetadataToken))
            keys.Add(SnakeCase(property.Name), property);
        return keys;
    });

    /// <summary>The words of an enum.</summary>
    public static IReadOnlyDictionary<string, object> NamesOf(Type type) => Names.GetOrAdd(type, static t =>
    {
        var names = new OrderedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in Enum.GetNames(t))
            names.Add(SnakeCase(name), Enum.Parse(t, name));
        return names;
    });

    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    public static bool IsForm(Type type) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IYamlForm<>));

    public static Type? ItemOfList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    public static Type? ValueOfMap(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;

    /// <summary>What messages call a value of the type.</summary>
    public static string NameOf(Type type) => type.GetCustomAttribute<YamlNameAttribute>()?.Name ?? type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(Quantity) => "a number, perhaps with a unit as in 20 mV,",
        _ when type == typeof(Unit) => "a unit",
        _ when type == typeof(DateOnly) => "a date as in 2026-11-21",
        _ when type.IsEnum => "one of " + string.Join(", ", NamesOf(type).Keys),
        _ => "a value",
    };

    /// <summary>What messages call many of them.</summary>
    public static string NamePlural(Type type)
    {
        var name = NameOf(type);
        return name.StartsWith("a ", StringComparison.Ordinal) ? name[2..] + "s" : name.StartsWith("an ", StringComparison.Ordinal) ? name[3..] + "s" : "values";
    }
}
