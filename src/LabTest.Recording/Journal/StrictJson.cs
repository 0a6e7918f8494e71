using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LabTest.Recording.Journal;

/// <summary>How a line that may be damaged is read: what an event must have is there, and once.</summary>
internal static class StrictJson
{
    public static JsonTypeInfo<JournalEvent> Event { get; } = (JsonTypeInfo<JournalEvent>)new JsonSerializerOptions(JournalJson.Default.JournalEvent.Options)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        TypeInfoResolver = JournalJson.Default.WithAddedModifier(RequireWhatIsNotNullable),
    }.GetTypeInfo(typeof(JournalEvent));

    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false, IsMemberInitializer: false })
                property.IsRequired = true;
        }
    }
}
