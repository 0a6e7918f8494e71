using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles;

/// <summary>Quantities of time in YAML files as .NET's.</summary>
internal static class Durations
{
    private static readonly Unit Second = Unit.Parse("s");

    /// <summary>As long as anything is waited for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>A time to wait; a bare number is seconds, nothing is zero.</summary>
    /// <returns>The time; zero after a problem was added.</returns>
    public static TimeSpan Wait(Quantity? quantity, YamlMark mark, ICollection<ProfileProblem> problems, bool mayBeZero = true)
    {
        if (quantity is null || Seconds(quantity.Value, mark, problems) is not { } seconds)
            return TimeSpan.Zero;
        if (seconds > Longest.TotalSeconds)
            problems.Add(mark.Problem($"{quantity} is longer than the {Longest.TotalDays} days that anything is waited for"));
        else if (seconds == 0 && !mayBeZero)
            problems.Add(mark.Problem("this time must be above zero"));
        else
            return TimeSpan.FromSeconds(seconds);
        return TimeSpan.Zero;
    }

    /// <summary>Any time that is not negative.</summary>
    /// <returns>The time; zero after a problem was added.</returns>
    public static TimeSpan Any(Quantity? quantity, YamlMark mark, ICollection<ProfileProblem> problems) =>
        quantity is { } given && Seconds(given, mark, problems) is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    private static double? Seconds(Quantity quantity, YamlMark mark, ICollection<ProfileProblem> problems)
    {
        if (!quantity.Unit.IsOne && !quantity.Unit.ConvertsTo(Second))
        {
            problems.Add(mark.Problem($"a time is wanted here, as in 3 s, not {quantity}"));
            return null;
        }

        var seconds = quantity.Unit.IsOne ? quantity.Value : quantity.In(Second);
        if (seconds is >= 0 and < 1e11)
            return seconds;
        problems.Add(mark.Problem($"{quantity} is no time that can be waited for"));
        return null;
    }
}
