namespace LabTest.Tests;

public sealed class InstantTests
{
    [Fact]
    public void The_first_and_the_last_instant_are_their_distance_apart() =>
        (new Instant(long.MaxValue) - new Instant(long.MinValue)).TotalDays.Should().BeApproximately(ulong.MaxValue / 86_400e9, 1);
}
