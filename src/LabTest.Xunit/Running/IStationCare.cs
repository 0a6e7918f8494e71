namespace LabTest.Xunit.Running;

/// <summary>What keeps an open station in order around classes and tests.</summary>
internal interface IStationCare
{
    /// <summary>Before a class: back to its start, where the station asks for that.</summary>
    ValueTask BeforeClass(CancellationToken cancellationToken);

    /// <summary>Before a test: back to its start, where the station asks for that.</summary>
    ValueTask BeforeTest(CancellationToken cancellationToken);

    /// <summary>After a test that failed: what the station asks for then.</summary>
    ValueTask AfterFailure();

    /// <summary>Makes the station safe and closes it, whoever still uses it.</summary>
    ValueTask MakeSafe();
}
