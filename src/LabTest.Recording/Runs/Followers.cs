using LabTest.Recording.Files;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>The files that are made from a journal while a run goes.</summary>
internal static class Followers
{
    /// <summary>Those of a run.</summary>
    /// <param name="folder">Where they are made.</param>
    /// <param name="log">Told of each array once it is checkpointed.</param>
    public static IEnumerable<IRunFollower> For(RunFolder folder, Action<ArrayStored> log) =>
        [new ArrowFollower(folder), new Hdf5Follower(folder.Data, log)];
}
