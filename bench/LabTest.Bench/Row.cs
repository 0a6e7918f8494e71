namespace LabTest.Bench;

/// <summary>One comparison: our way of doing a piece of work beside a peer's, both as rates (larger is better).</summary>
/// <param name="Name">What the work is, in lower case with hyphens.</param>
/// <param name="Unit">What the rates count, such as <c>MB/s</c>.</param>
/// <param name="Wanted">The least ratio of our rate to the peer's.</param>
/// <param name="Ours">Does the work once our way and gives its rate.</param>
/// <param name="Peer">Does the work once the peer's way and gives its rate.</param>
internal sealed record Row(
    string Name, string Unit, double Wanted, Func<CancellationToken, Task<double>> Ours, Func<CancellationToken, Task<double>> Peer)
{
    /// <summary>How often both are done, in turn.</summary>
    public int Rounds { get; init; } = 7;
}
