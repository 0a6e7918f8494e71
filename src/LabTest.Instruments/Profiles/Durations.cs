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
        var time = Any(quantity, mark, problems);
        if (time > Longest)
            problems.Add(mark.Problem($"{quantity} is longer than the {Longest.TotalDays} days that anything is waited for"));
        else if (time == TimeSpan.Zero && quantity is not null && !mayBeZero)
            problems.Add(mark.Problem("this time must be above zero"));
        else
            return time;
        return TimeSpan.Zero;
    }

    /// <summary>Any time that is not negative.</summary>
    /// <returns>The time; zero after a problem was added.</returns>
    public static TimeSpan Any(Quantity? quantity, YamlMark mark, ICollection<ProfileProblem> problems)
    {
        if (quantity is not { } given)
            return TimeSpan.Zero;
        if (!given.Unit.IsOne && !given.Unit.ConvertsTo(Second))
        {
            problems.Add(mark.Problem($"a time is wanted here, as in 3 s, not {given}"));
            return TimeSpan.Zero;
        }

        var seconds = given.Unit.IsOne ? given.Value : given.In(Second);
        if (seconds is >= 0 and < 1e11)
            return TimeSpan.FromSeconds(seconds);
        problems.Add(mark.Problem($"{given} is no time that can be waited for"));
        return TimeSpan.Zero;
    }
}
