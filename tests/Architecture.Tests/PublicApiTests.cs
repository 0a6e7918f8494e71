using System.Reflection;
using LabTest.Testing;

namespace Architecture.Tests;

/// <summary>The public API of each library is kept in an approved text, so that a change to it is seen and meant.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries =>
    [
        "LabTest", "LabTest.Arrow", "LabTest.Hdf5", "LabTest.Instruments", "LabTest.Engine", "LabTest.Recording", "LabTest.Xunit", "LabTest.Fixtures",
    ];

    [Theory, MemberData(nameof(Libraries))]
    public void The_public_api_is_the_approved_one(string library)
    {
        var approved = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Api", $"{library}.approved.txt");
        var received = Path.ChangeExtension(approved, null).Replace(".approved", ".received.txt");
        var api = ApiText.Of(Assembly.Load(library));

        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == api)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, api);
        Assert.Fail($"The public API of {library} has changed. Compare '{received}' with '{approved}'; to approve it, rename it to that.");
    }
}
