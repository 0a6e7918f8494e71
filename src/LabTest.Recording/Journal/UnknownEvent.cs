using System.Text.Json;

namespace LabTest.Recording.Journal;

/// <summary>A line whose kind of event is not known here, such as one of a later version: it has its place in the journal, and is passed over.</summary>
internal sealed record UnknownEvent : JournalEvent
{
    private static readonly HashSet<string> Known = JournalJson.Default.JournalEvent.PolymorphismOptions!.DerivedTypes.Select(static t => (string)t.TypeDiscriminator!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Such an event; null if its kind is known, or it is not an event.</summary>
    public static UnknownEvent? Of(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var document = JsonElement.ParseValue(ref reader);
            return document.ValueKind == JsonValueKind.Object
                && document.TryGetProperty("e", out var kind) && kind.ValueKind == JsonValueKind.String && !Known.Contains(kind.GetString()!)
                && document.TryGetProperty("n", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value > 0
                    ? new UnknownEvent { Number = value }
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
