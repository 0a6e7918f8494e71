using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Safety;

/// <summary>The steps of a safe state in one line, channel by channel, and the best sign that the instrument can give of them.</summary>
internal sealed class SafetyPlan
{
    private static readonly TimeSpan ShortestBox = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTrial = TimeSpan.FromDays(1);

    private SafetyPlan(InstrumentModel model, LinkModel link, IReadOnlyList<(ActionStep Step, int Channel)> steps)
    {
        Steps = steps;
        Sets = SetsOf(steps);
        BestSign = SignOf(model, link, steps, Sets);
        var waits = steps.Aggregate(TimeSpan.Zero, static (sum, s) => sum + WaitOf(s.Step));
        Answer = link.Timeout < LongestAnswer ? link.Timeout : LongestAnswer;
        Box = waits + (Answer > ShortestBox ? Answer : ShortestBox);
        Deadline = waits + model.Safety.Deadline;
    }

    public IReadOnlyList<(ActionStep Step, int Channel)> Steps { get; }

    /// <summary>What is set in the end, of each parameter and channel once.</summary>
    public IReadOnlyList<SafeSetting> Sets { get; }

    /// <summary>The best sign that there can be; Unconfirmed where there can be none, and the profile does not say so.</summary>
    public SafetySign BestSign { get; }

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Answer { get; }

    /// <summary>How long the next instruments wait for this one.</summary>
    public TimeSpan Box { get => Shortened(field); }

    /// <summary>How long it is tried.</summary>
    public TimeSpan Deadline { get => Shortened(field); }

    /// <summary>The plan of an action; of the safe state if none is given.</summary>
    public static SafetyPlan Of(InstrumentModel model, LinkModel link, string? action = null, int channel = -1) =>
        new(model, link, [.. Flat(model, action is null ? model.SafeState : model.Actions[action].Steps, channel)]);

    private static IEnumerable<(ActionStep Step, int Channel)> Flat(InstrumentModel model, IReadOnlyList<ActionStep> steps, int channel) =>
        steps.SelectMany(step => step is RunStep run
            ? Flat(model, model.Actions[run.Action].Steps, channel)
            : step.ChannelsOf(model, channel).Select(each => (step, each)));

    private static List<SafeSetting> SetsOf(IReadOnlyList<(ActionStep Step, int Channel)> steps)
    {
        List<SafeSetting> sets = [];
        foreach (var (step, channel) in steps)
        {
            if (step is WriteStep)
            {
                // *RST, and other commands, may change what was set before.
                for (var i = 0; i < sets.Count; i++)
                    sets[i] = sets[i] with { MayBeReset = true };
            }
            else if (step is SetStep set)
            {
                var each = set.Parameter.IsChannel ? channel : -1;
                sets.RemoveAll(s => s.Parameter == set.Parameter && s.Channel == each);
                sets.Add(new SafeSetting(set.Parameter, each, set.Value));
            }
        }

        return sets;
    }

    private static SafetySign SignOf(InstrumentModel model, LinkModel link, IReadOnlyList<(ActionStep Step, int Channel)> steps, IReadOnlyList<SafeSetting> sets)
    {
        if (model.Safety.NoSign is not null)
            return SafetySign.None;
        var isRead = sets.Any(static s => s.IsReadable) || steps.Any(static s => s.Step is UntilStep);
        if (isRead && sets.All(static s => s.IsReadable))
            return SafetySign.ReadBack;
        if (model.Errors.IsGiven)
            return SafetySign.ErrorQueue;
        if (IsAcknowledged(link, steps))
            return SafetySign.Acknowledged;
        return model.Identity?.Query == "*IDN?" || steps.Any(static s => s.Step is OperationCompleteStep) ? SafetySign.OperationComplete : SafetySign.Unconfirmed;
    }

    private static bool IsAcknowledged(LinkModel link, IReadOnlyList<(ActionStep Step, int Channel)> steps)
    {
        var sent = steps.Where(static s => s.Step is SetStep or WriteStep).ToArray();
        return sent.Length > 0 && Array.TrueForAll(sent, s => ((s.Step as SetStep)?.Parameter.Reply ?? link.Reply).Kind != ReplyKind.None);
    }

    /// <summary>How long a step waits of its own accord.</summary>
    public static TimeSpan WaitOf(ActionStep step) => step switch
    {
        WaitStep wait => wait.Time,
        OperationCompleteStep complete => complete.Timeout,
        UntilStep until => until.Timeout,
        SetStep { Parameter: { Ramp: { } ramp, Range: { } range } parameter } => parameter.Settle + RampTime(ramp, range),
        SetStep set => set.Parameter.Settle,
        _ => TimeSpan.Zero,
    };

    // From end to end, where the ends are known.
    private static TimeSpan RampTime(RampModel ramp, RangeModel range) =>
        range.Constant(channel: null) is { } ends ? Shortened(ramp.Every * Math.Min(1e6, (ends.High - ends.Low) / ramp.Step)) : TimeSpan.Zero;

    // Timers hold some weeks, and nobody waits for one longer.
    private static TimeSpan Shortened(TimeSpan time) => time < LongestTrial ? time : LongestTrial;
}
