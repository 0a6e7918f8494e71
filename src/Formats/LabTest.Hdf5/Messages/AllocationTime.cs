namespace LabTest.Hdf5.Messages;

/// <summary>When space for raw data is allocated.</summary>
internal enum AllocationTime
{
    Default = 0,
    Early = 1,
    Late = 2,
    Incremental = 3,
}
