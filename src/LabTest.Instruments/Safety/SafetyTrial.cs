using System.Diagnostics;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Safety;

/// <summary>The trying of a safe state until it holds or its deadline ends: what time there is, and what was done.</summary>
/// <param name="plan">What is tried.</param>
/// <param name="clock">The station's clock. Virtual time ends the trying as real time does.</param>
internal sealed class SafetyTrial(SafetyPlan plan, LabClock clock)
{
    public const int NoStep = -1;

    private const int MostShown = 200;
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(60);

    private readonly Instant _first = clock.Now;
    private readonly long _firstReal = Stopwatch.GetTimestamp();
    private readonly (string? Command, bool IsSent)[] _steps = new (string?, bool)[plan.Steps.Count];
    private Instant _start = clock.Now;
    private long _startReal = Stopwatch.GetTimestamp();

    public SafetyPlan Plan => plan;

    /// <summary>How long it is tried this time.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>How often the instrument had been used otherwise when it failed.</summary>
    public int Uses { get; set; }

    /// <summary>How often all that sets something was sent.</summary>
    public int Sent { get; set; }

    /// <summary>The index of the step that is under way; <see cref="NoStep"/> when none is.</summary>
    public int Step { get; set; } = NoStep;

    public TimeSpan Left => Deadline - Longer(clock.Now - _start, Stopwatch.GetElapsedTime(_startReal));

    /// <summary>How long an attempt waits for its sign: so that there is time for another, over a new connection.</summary>
    public TimeSpan ForConfirmation => Longer(Shorter(plan.Box, Left / 2), ShortestStep);

    /// <summary>How long one answer is waited for that confirms it.</summary>
    public TimeSpan Answer => Shorter(plan.Answer, ForConfirmation);

    /// <summary>What was done, for a message: <c>the safe state (OUTP 0; VOLT 0) was sent 7 times in 10 s and is not confirmed</c>.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="nameOf">Names a step of which nothing could be written when its turn came.</param>
    public string Told(string what, Func<ActionStep, int, string> nameOf)
    {
        var steps = plan.Steps.Zip(_steps).Where(static s => s.First.Step is SetStep or WriteStep)
            .Select(s => (Text: s.Second.Command ?? nameOf(s.First.Step, s.First.Channel), s.Second.IsSent))
            .Distinct().ToArray();
        var unsent = string.Join("; ", steps.Where(static s => !s.IsSent).Select(static s => s.Text));
        var commands = steps.Length == 0 ? "" : $" ({PrintableText.OneLine(string.Join("; ", steps.Select(static s => s.Text)), MostShown)})";
        var within = Tries == 1 ? "" : $" in {Longer(clock.Now - _first, Stopwatch.GetElapsedTime(_firstReal)).TotalSeconds:0.#} s";
        var tries = Tries == 1 ? "" : $", in {Tries} tries{within}";
        return what + commands + (Sent > 0 ? $" was sent {(Sent == 1 ? "once" : $"{Sent} times")}{within} and is not confirmed"
            : !Array.Exists(steps, static s => s.IsSent) ? $" could not be sent{tries}"
            : unsent.Length > 0 ? $" was sent without {PrintableText.OneLine(unsent, MostShown)}{tries}, and is not confirmed"
            : $" was never sent as a whole{tries}, and is not confirmed");
    }

    /// <summary>Begins to try it, or to try it once more.</summary>
    public void Begin(TimeSpan deadline) => (Deadline, _start, _startReal) = (deadline, clock.Now, Stopwatch.GetTimestamp());

    /// <summary>Notes a command of the step that is under way. Of a ramp the last stands for all.</summary>
    public void Note(string command, bool isSent)
    {
        if (Step != NoStep)
            _steps[Step] = (command, isSent || _steps[Step].IsSent);
    }

    /// <summary>
    /// How long a step may take beyond what it waits for, and how long it waits for an answer. The first that fails may take what an answer usually takes; after
    /// it the rest are done in half of the time that is left, so that each is tried.
    /// </summary>
    public (TimeSpan Step, TimeSpan Answer) AllowFor(int steps, bool hasFailed)
    {
        var left = Left;
        if (!hasFailed)
            return (Longer(Shorter(3 * plan.Answer, left / 2), ShortestStep), Longer(Shorter(plan.Answer, left / 2), ShortestStep));
        var step = Longer(Shorter(3 * plan.Answer, left / (2 * steps)), ShortestStep);
        return (step, step / 3);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
