using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Finds actions that run themselves: nothing in a profile loops.</summary>
internal static class ActionCycles
{
    /// <summary>The name of an action that comes back to itself, if there is one.</summary>
    public static string? Find(IReadOnlyDictionary<string, ActionModel> actions) =>
        actions.Keys.FirstOrDefault(name => Reaches(actions, name, name, []));

    private static bool Reaches(IReadOnlyDictionary<string, ActionModel> actions, string from, string target, HashSet<string> seen) =>
        actions[from].Steps.OfType<RunStep>().Any(r => r.Action == target || (seen.Add(r.Action) && Reaches(actions, r.Action, target, seen)));
}
