namespace LabTest.Bench;

/// <summary>Rows that are run together: <c>dotnet run -c Release --project bench/LabTest.Bench -- &lt;name&gt; [part of a row's name]</c>.</summary>
internal interface IGroup : IAsyncDisposable
{
    string Name { get; }

    /// <summary>The rows, in the order they are run. What they share (files, servers, peer processes) belongs to the group.</summary>
    IEnumerable<Row> Rows();
}
