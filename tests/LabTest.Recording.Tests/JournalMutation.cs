using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabTest.Recording.Tests;

/// <summary>Damages a journal in one or more of the ways in which files are damaged, on purpose or not.</summary>
internal sealed class JournalMutation(Random random)
{
    private static readonly string[] Values =
    [
        "null", "1e308", "-1", "9223372036854775807", "99999999999999999999999", "0", "true", "\"x\"", "\"\"", "[]", "{}", "[null]", "[{}]", "\"NaN\"", "\"\\ud800\"", "\"\\u0000\"", "1.5", "\"Pass\"", "77", "\"/\"", "\"..\"", "\"/waveforms/..\"",
    ];

    /// <summary>Whether an altered line may have got a checksum that is right, so that it cannot be told from a good one.</summary>
    public bool IsResealed { get; private set; }

    public byte[] Apply(byte[] journal)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
            journal = Once(journal);
        return journal;
    }

    private byte[] Once(byte[] journal)
    {
        if (journal.Length == 0)
            return journal;
        var lines = Split(journal);
        var at = random.Next(lines.Count);
        switch (random.Next(14))
        {
            case 0:
                journal = [.. journal];
                journal[random.Next(journal.Length)] ^= (byte)(1 << random.Next(8));
                return journal;
            case 1:
                journal = [.. journal];
                journal[random.Next(journal.Length)] = (byte)random.Next(256);
                return journal;
            case 2:
                return journal[..random.Next(journal.Length)];
            case 3:
                lines.RemoveRange(at, Math.Min(random.Next(1, 5), lines.Count - at));
                break;
            case 4:
                lines.Insert(random.Next(lines.Count + 1), lines[at]);
                break;
            case 5:
                var other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 6:
                var garbage = new byte[random.Next(300)];
                random.NextBytes(garbage);
                lines.Insert(at, garbage);
                break;
            case 7:
                lines[at] = Encoding.UTF8.GetBytes(new string('[', random.Next(1, 5000)));
                break;
            case 8:
                lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                break;
            case 9:
                lines[at] = [.. lines[at], .. at + 1 < lines.Count ? lines[at + 1] : []];
                break;
            case 10:
                // A block of the disk that was never written.
                var from = random.Next(journal.Length);
                journal = [.. journal];
                journal.AsSpan(from, Math.Min(random.Next(1, 600), journal.Length - from)).Clear();
                return journal;
            default:
                lines[at] = Altered(lines[at]);
                break;
        }

        return Join(lines);
    }

    // What is damaged already is no JSON any more, and stays as it is.
    private byte[] Altered(byte[] line)
    {
        try
        {
            return Altered(line, JsonNode.Parse(line));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return line;
        }
    }

    private byte[] Altered(byte[] line, JsonNode? root)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        if (places.Count == 0)
            return line;
        var place = places[random.Next(places.Count)];
        var value = random.Next(12) switch
        {
            0 => new string('[', 200) + new string(']', 200),
            1 => $"\"{new string('x', random.Next(5000))}\"",
            _ => Values[random.Next(Values.Length)],
        };
        if (place is JsonObject { Count: > 0 } members)
        {
            var key = members.ElementAt(random.Next(members.Count)).Key;
            if (random.Next(3) == 0)
                members.Remove(key);
            else
                members[key] = JsonNode.Parse(value, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 });
        }
        else if (place is JsonArray { Count: > 0 } items)
        {
            items[random.Next(items.Count)] = JsonNode.Parse(value, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 });
        }

        var isSealed = root is JsonObject whole && whole.Remove("c");
        var text = root!.ToJsonString(new JsonSerializerOptions { MaxDepth = 2000 });
        if (!isSealed || random.Next(2) == 0)
            return Encoding.UTF8.GetBytes(text);
        IsResealed = true;
        return Encoding.UTF8.GetBytes(JournalCheckTests.Sealed(text).TrimEnd('\n'));
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject members)
        {
            places.Add(members);
            foreach (var (_, child) in members)
                Collect(child, places);
        }
        else if (node is JsonArray items)
        {
            places.Add(items);
            foreach (var child in items)
                Collect(child, places);
        }
    }

    private static List<byte[]> Split(byte[] journal)
    {
        var lines = new List<byte[]>();
        var rest = journal.AsSpan();
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            lines.Add(rest[..(end < 0 ? rest.Length : end)].ToArray());
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return lines;
    }

    private static byte[] Join(IEnumerable<byte[]> lines) => [.. lines.SelectMany(static l => (byte[])[.. l, (byte)'\n'])];
}
