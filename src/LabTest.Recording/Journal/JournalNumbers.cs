using System.Globalization;

namespace LabTest.Recording.Journal;

/// <summary>Follows the numbers of a journal's lines: what is missing, stands twice or in the wrong place.</summary>
internal sealed class JournalNumbers
{
    private readonly List<Gap> _gaps = [];
    private long _last;
    private int _damaged;

    /// <summary>The number that comes next.</summary>
    public long Next => _last + 1;

    /// <summary>A line could not be read: it may be one of the numbers that are missing next.</summary>
    public void SkipDamaged() => _damaged++;

    /// <summary>Takes the number of a line.</summary>
    public Place Take(long number)
    {
        if (number > _last)
        {
            if (number > _last + 1)
                _gaps.Add(new Gap(_last + 1, number - 1, _damaged));
            _damaged = 0;
            _last = number;
            return Place.Right;
        }

        var at = _gaps.FindLastIndex(g => g.From <= number && number <= g.To);
        if (at < 0)
            return Place.Taken;
        var gap = _gaps[at];
        _gaps.RemoveAt(at);
        if (number < gap.To)
            _gaps.Insert(at, gap with { From = number + 1 });
        if (number > gap.From)
            _gaps.Insert(at, gap with { To = number - 1, Damaged = 0 });
        return Place.Wrong;
    }

    /// <summary>The numbers that no line has, beyond those of damaged lines that stand in their place.</summary>
    public IEnumerable<string> Missing()
    {
        foreach (var (from, to, damaged) in _gaps.Where(static g => g.To - g.From >= g.Damaged))
        {
            var numbers = from == to ? $"Number {Text(from)} is missing: its line was" : $"Numbers {Text(from)} to {Text(to)} are missing: their lines were";
            yield return $"{numbers} lost or taken out{(damaged == 0 ? "" : $", all but {damaged} that {(damaged == 1 ? "is" : "are")} damaged")}.";
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a line stands by its number.</summary>
    public enum Place
    {
        /// <summary>After all before it.</summary>
        Right,

        /// <summary>It belongs before one that was read already.</summary>
        Wrong,

        /// <summary>Another line had its number.</summary>
        Taken,
    }

    private readonly record struct Gap(long From, long To, int Damaged);
}
