namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>What every profile of a class has.</summary>
/// <param name="Standard">What it follows.</param>
/// <param name="Members">The parameters.</param>
internal sealed record ClassDefinition(string Standard, IReadOnlyList<ClassMember> Members)
{
    /// <summary>The capabilities.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Whether it puts energy into something, and so must say how it is made safe.</summary>
    public bool NeedsSafeState { get; init; }
}
