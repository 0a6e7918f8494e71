using LabTest.Engine.Documents;

namespace LabTest.Engine;

/// <summary>Takes what a plan emits. Recording implements it; the engine does not know what becomes of a document.</summary>
internal interface IDocumentSink
{
    /// <summary>Takes a document.</summary>
    void Take(Document document);
}
