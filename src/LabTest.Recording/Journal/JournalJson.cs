using System.Text.Json.Serialization;

namespace LabTest.Recording.Journal;

/// <summary>How journal events are written as JSON: compiled, in camel case, without what is not there, with NaN and infinities as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(JournalEvent))]
internal sealed partial class JournalJson : JsonSerializerContext;
