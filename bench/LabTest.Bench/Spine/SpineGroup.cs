namespace LabTest.Bench.Spine;

/// <summary>From an instrument's bytes to a recorded verdict, beside bare sockets, pyvisa-py and OpenHTF.</summary>
internal sealed class SpineGroup : IGroup
{
    private readonly QueryRows _query = new();

    public string Name => "spine";

    public IEnumerable<Row> Rows() => [.. _query.Rows(), .. new RecordingRows().Rows(), PowerBoardRow.Make()];

    public ValueTask DisposeAsync() => _query.DisposeAsync();
}
