using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabTest.Instruments.Yaml;

/// <summary>Writes the JSON Schema (draft 2020-12) of a type as the binder binds it, for editors.</summary>
internal sealed class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly MethodInfo FormMethod = typeof(JsonSchemaWriter).GetMethod(nameof(FormSchema), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The whole schema of a file.</summary>
    public static string Write<T>(string title)
        where T : YamlObject
    {
        var writer = new JsonSchemaWriter();
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in writer.ObjectSchema(typeof(T)).ToArray())
            root[key] = value?.DeepClone();
        root["$defs"] = new JsonObject(writer._definitions.Select(d => KeyValuePair.Create(d.Key, d.Value)));
        return root.ToJsonString(Indented) + "\n";
    }

    public static JsonObject AnyOf(params JsonNode[] forms) => new() { ["anyOf"] = new JsonArray([.. forms]) };

    public static JsonObject Type(params string[] names) =>
        new() { ["type"] = names.Length == 1 ? names[0] : new JsonArray([.. names.Select(n => (JsonNode)n)]) };

    public static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject Map(JsonNode values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    /// <summary>The schema of a type that a key may have.</summary>
    public JsonNode Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(YamlObject).IsAssignableFrom(type) || YamlTypes.IsForm(type))
            return Reference(type);
        if (YamlTypes.ItemOfList(type) is { } item)
            return List(Of(item));
        if (YamlTypes.ValueOfMap(type) is { } value)
            return Map(Of(value));
        if (type.IsEnum)
            return new JsonObject { ["enum"] = new JsonArray([.. YamlTypes.NamesOf(type).Keys.Select(n => (JsonNode)n)]) };
        return type switch
        {
            _ when type == typeof(bool) => Type("boolean"),
            _ when type == typeof(int) => Type("integer"),
            _ when type == typeof(double) => Type("number"),
            _ when type == typeof(Quantity) => Type("number", "string"),
            _ when type == typeof(string) => Type("string", "number", "boolean"),
            _ => Type("string"),
        };
    }

    public JsonNode Of<T>() => Of(typeof(T));

    private JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = null;     // a type may hold itself
            _definitions[name] = typeof(YamlObject).IsAssignableFrom(type) ? ObjectSchema(type) : (JsonNode)FormMethod.MakeGenericMethod(type).Invoke(this, [])!;
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    // A generic type is called ByChannelSpecOfValueSpec.
    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}" : type.Name;

    private JsonNode FormSchema<T>()
        where T : class, IYamlForm<T> => T.Schema(this);

    private JsonObject ObjectSchema(Type type)
    {
        var properties = new JsonObject();
        foreach (var (key, property) in YamlTypes.KeysOf(type))
        {
            var schema = property.GetCustomAttribute<YamlConstantAttribute>() is { } constant ? new JsonObject { ["const"] = constant.Value } : Of(property.PropertyType);
            if (property.GetCustomAttribute<DescriptionAttribute>() is { } description && schema is JsonObject described)
                described["description"] = description.Description;
            properties[key] = schema;
        }

        var result = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        var required = YamlTypes.KeysOf(type).Where(k => YamlTypes.IsRequired(k.Value)).Select(k => (JsonNode)k.Key).ToArray();
        if (required.Length > 0)
            result["required"] = new JsonArray(required);
        return result;
    }
}
