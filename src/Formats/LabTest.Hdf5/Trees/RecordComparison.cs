namespace LabTest.Hdf5.Trees;

/// <summary>Compares the key that is looked for with a record: negative where the key comes first.</summary>
internal delegate int RecordComparison(ReadOnlySpan<byte> record);
