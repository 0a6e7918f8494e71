namespace LabTest.Recording.Runs;

/// <summary>The files that are made from a journal while a run goes.</summary>
internal static class Followers
{
    public static IEnumerable<IRunFollower> For(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return [];
    }
}
