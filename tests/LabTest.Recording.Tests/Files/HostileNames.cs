using System.Text;

namespace LabTest.Recording.Tests.Files;

/// <summary>Names of the kind that break files: some that mean something there, some that look alike, and all that become the same once they are made legal.</summary>
internal sealed class HostileNames(Random random)
{
    private static readonly string[] Known =
    [
        ".", "..", "...", "_", "-", "/", "//", "./a", "../a", "a/", "/a", "a", "A", "a_2", "a_2_2", "V/I", "V-I", "V_I", "V\0I", "time", "value", "name", "number", "conditions", "verdict", "id", "message",
        "NX_class", "columns", "signal", "axes", "value_mask", "\u00b5", "\u03bc", "\u00c5", "A\u030a", "\u212b", "\ud83d\ude00", "\ud800", "\udc00x", "\u202eabc", "\u200b.", "\\", "\"", "'", "%s", "{0}", "$x", "a b ", "\t.", "\u0001",
        "\u007f", "\u0085", "漢字", "null", "NaN",
    ];

    private static readonly string[] Pieces = ["/", "-", "_", ".", "\0", "\n", "a", "b", "V", "I", "2", " ", "µ", "\ud83d\ude00", "\ud800", "\u0301", "漢", ":"];

    /// <summary>One that is neither empty nor blank.</summary>
    public string Next()
    {
        while (true)
        {
            var name = Any();
            if (!string.IsNullOrWhiteSpace(name))
                return name;
        }
    }

    /// <summary>Several that differ.</summary>
    public string[] Distinct(int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
            names.Add(Next());
        return [.. names];
    }

    /// <summary>As a file holds the original: the sign for a NUL, which would end it, and U+FFFD for half of a surrogate pair.</summary>
    public static string Kept(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Replace('\0', '\u2400');

    private string Any() => random.Next(10) switch
    {
        < 5 => Known[random.Next(Known.Length)],
        < 9 => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)])),
        _ => new string('x', random.Next(150, 70_000 / (1 + random.Next(300)))) + Pieces[random.Next(Pieces.Length)],
    };
}
