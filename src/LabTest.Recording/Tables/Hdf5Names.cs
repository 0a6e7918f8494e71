using System.Text;

namespace LabTest.Recording.Tables;

/// <summary>
/// The names of what is in one group of an HDF5 file (or of an object's attributes): legal there and each given once, whatever is to be named. Where a name
/// had to be changed, the original belongs into an attribute <c>name</c>.
/// </summary>
internal sealed class Hdf5Names
{
    // Well below what file formats and viewers bear, with room for a number behind it.
    private const int Longest = 200;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Names for a group in which some are taken.</summary>
    public Hdf5Names(params IEnumerable<string> taken) => _taken.UnionWith(taken);

    /// <summary>A legal name that is not taken, and is from now on: <c>V-I</c>, then <c>V-I_2</c>.</summary>
    public string Free(string wanted)
    {
        var legal = Legal(wanted);
        var name = legal;
        while (!_taken.Add(name))
        {
            var count = _counts[legal] = _counts.GetValueOrDefault(legal, 1) + 1;
            name = $"{legal}_{count}";
        }

        return name;
    }

    /// <summary>
    /// A name as that of an object in a group: a slash would open another group, a dot alone is the group itself, a NUL ends a name in the file, and half of a
    /// surrogate pair cannot be written.
    /// </summary>
    public static string Legal(string name)
    {
        if (name is "" or "." or "..")
            return "_";
        if (name.Length <= Longest / 4 && !name.AsSpan().ContainsAny('/', '\0') && name.All(static c => !char.IsControl(c) && !char.IsSurrogate(c)))
            return name;
        var legal = new StringBuilder(name.Length);
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            // Half of a surrogate pair comes as U+FFFD.
            var kept = rune.Value == '/' ? new Rune('-') : Rune.IsControl(rune) ? new Rune('_') : rune;
            bytes += kept.Utf8SequenceLength;
            if (bytes > Longest)
                break;
            legal.Append(kept);
        }

        return legal.ToString();
    }

    /// <summary>A text as the value of an attribute or dataset, where it ends at its first NUL: the sign for it takes its place, so that nothing behind it is lost.</summary>
    public static string Text(string text) => text.Replace('\0', '\u2400');
}
