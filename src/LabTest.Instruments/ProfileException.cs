namespace LabTest.Instruments;

/// <summary>A profile, station or other YAML file is not as it must be. It lists every problem found, each with its place.</summary>
public sealed class ProfileException : LabTestException
{
    /// <summary>Makes an exception of one problem or more.</summary>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public ProfileException(params IReadOnlyList<ProfileProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<ProfileProblem> Problems { get; }

    /// <summary>The file of the first problem.</summary>
    public string File => Problems[0].File;

    /// <summary>The line of the first problem, from 1; 0 where the whole file is meant.</summary>
    public int Line => Problems[0].Line;

    /// <summary>The column of the first problem, from 1; 0 where the whole line is meant.</summary>
    public int Column => Problems[0].Column;

    /// <summary>What the first problem's word may have meant.</summary>
    public string? DidYouMean => Problems[0].DidYouMean;

    private static string Describe(IReadOnlyList<ProfileProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
            throw new ArgumentException("There is no problem to report.", nameof(problems));
        return string.Join(Environment.NewLine, problems);
    }
}
