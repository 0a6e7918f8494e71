namespace LabTest.Instruments.Tests.Support;

/// <summary>What the loader says of a profile in which ⌖ marks the mistake.</summary>
internal static class ProfileProblems
{
    public static void ShouldBe(string marked, string message, string? didYouMean = null)
    {
        var problem = Marked.Of(TestBench.ProfileHead + marked).OnlyProblem(text => TestBench.Profile(text));

        problem.File.Should().EndWith("profile.yaml");
        problem.Message.Should().Match(message);
        problem.DidYouMean.Should().Be(didYouMean);
    }
}
