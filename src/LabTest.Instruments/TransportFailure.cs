namespace LabTest.Instruments;

/// <summary>Why bytes did not get through.</summary>
public enum TransportFailure
{
    /// <summary>Nothing came in time.</summary>
    Timeout,

    /// <summary>No connection could be made.</summary>
    Refused,

    /// <summary>The other side closed the connection.</summary>
    Closed,
}
